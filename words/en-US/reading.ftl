# Words of reading the state: its lists, why one was not read, what came between, and the columns of the grids.

# The state’s lists, as headings.
reading-list-packages-active = Active packages
reading-list-packages-on-hold = Packages on hold
reading-list-packages-inactive = Inactive packages
reading-list-packages-in-transit = Packages in transit
reading-list-packages-transferred = Transferred packages
reading-list-lab-samples = Lab samples
reading-list-incoming-transfers = Incoming transfers
reading-list-outgoing-transfers = Outgoing transfers
reading-list-rejected-transfers = Rejected transfers
reading-list-transfer-templates = Transfer templates
reading-list-transfer-details = Packages on transfers
reading-list-items = Items
reading-list-strains = Strains
reading-list-locations = Locations
reading-list-categories = Item categories
reading-list-units = Units of measure
reading-list-employees = Employees
reading-list-adjust-reasons = Adjustment reasons
reading-list-transfer-types = Transfer types
reading-list-drivers = Drivers
reading-list-vehicles = Vehicles
reading-list-inactive-items = Inactive items
reading-list-inactive-strains = Inactive strains
reading-list-inactive-locations = Inactive locations
reading-list-package-tags = Package tags
reading-list-plant-tags = Plant tags

# Why a list was left out. The last may stand behind each of the others.
reading-left-out-not-permitted = Your keys may not read this list.
reading-left-out-not-there = The state does not have this list for this license.
reading-left-out-pages-apart = The state’s pages of this list did not fit together. What was read before stays, and Trackside tries again by itself.
reading-left-out-state-failed = The state’s system failed when it was asked for this list. What was read before stays, and Trackside tries again by itself.
reading-left-out-refused = The state refused to give this list.
reading-left-out-details = { $count ->
    [one] What is on { $count } transfer could not be read: the state failed, or refused it. Trackside tries again by itself.
   *[other] What is on { $count } transfers could not be read: the state failed, or refused it. Trackside tries again by itself.
}
reading-state-said = The state said: { $said }

# Why a run ended early. Each stands behind a colon.
reading-run-canceled = canceled
reading-run-not-this-license = these keys do not open license { $license } any more
# $list is the heading of one of the lists.
reading-run-pages-apart = { $list } could not be read to the end: the state’s pages did not fit together
# $details are a program’s own words.
reading-run-note = a note of what was read could not be used: { $details }
reading-run-aborted = a part of the reading ended abnormally: { $details }
reading-run-writing-ended = the writing of a page ended

# Why a call to the state failed. Each stands behind a colon. $call is a call by its address, as in GET /packages/v2/active.
reading-call-wrong-key = the state does not accept these keys
reading-call-not-permitted = these keys may not read { $call }
reading-call-not-found = the state has nothing at { $call }
reading-call-refused = the state refused { $call }: { $said }
reading-call-too-large = the state found { $call } too large
reading-call-asked-to-wait = the state asked to wait until { $time }
# $fault is one of the four below.
reading-call-fault = { $fault } at { $call }
reading-fault-failed = the state’s system failed
reading-fault-not-available = the state’s system is not available
reading-fault-cut-off = the state’s answer was cut off
reading-fault-unreadable = the state’s answer cannot be read
# $why is one of the four below.
reading-call-no-answer = no answer from the state: { $why }
reading-unreachable-no-name = the address could not be looked up
reading-unreachable-no-connection = nothing answers there
reading-unreachable-timed-out = no answer in time
reading-unreachable-cut = the connection was cut

# What stands between this computer and the state. Each stands behind a colon. $status is a number of HTTP.
reading-between-answered = something between this computer and the state answered ({ $status }) in the state’s place
reading-between-no-tls = something between this computer and the state prevents a secure connection
reading-between-sign-in = this network wants a sign-in
reading-between-proxy-sign-in = the proxy { $proxy } asks for a user and a password
reading-between-some-proxy-sign-in = the proxy of this network asks for a user and a password
reading-between-proxy-refuses = the proxy { $proxy } does not connect to the state
reading-between-some-proxy-refuses = the proxy of this network does not connect to the state
reading-between-clock = this computer’s clock shows { $time }, which cannot be
reading-between-ran-out = the certificate ran out at { $until }, and this computer’s clock shows { $time }
reading-between-certificate = a certificate issued by { $issuer } stands between this computer and the state
reading-between-some-certificate = a certificate issued by an unknown issuer stands between this computer and the state

reading-host-not-a-state = “{ $letters }” is not a state’s two letters
reading-host-not-loopback = { $address } is not this computer; the demo runs nowhere else

# What became of an answer, where the state’s own words would stand.
reading-answer-row = Row { NUMBER($row) }: { $message }
reading-answer-gave-up = the state gave up waiting
reading-answer-too-long = the state’s answer ({ $status }) is longer than any answer can be
reading-answer-cut-off = the state’s answer ({ $status }) was cut off: { $details }
# $what is one of the sentences above.
reading-answer-status = { $what } ({ $status })
reading-answer-status-said = { $what } ({ $status }): { $said }
reading-answer-not-text = the answer is not text
reading-answer-page-too-long = longer than any page can be
reading-answer-pages-apart = { $count ->
    [one] the pages of { $count } record did not fit together
   *[other] the pages of { $count } records did not fit together
}
reading-connection-failed = the connection failed

# Packaged By, where the state’s list does not tell it.
reading-packaged-by-not-named = The state’s list of transferred packages does not name the packager.
reading-packaged-by-not-told = Not told: the state’s list of transferred packages does not name the packager
# $party is a license with its business’s name.
reading-packaged-by-item-origin = { $party } (by item origin)

# The headings of the grids’ columns.
reading-column-tag = Tag
reading-column-source-harvests = Source Harvests
reading-column-source-packages = Source Packages
reading-column-location = Location
reading-column-item = Item
reading-column-category = Category
reading-column-item-strain = Item Strain
reading-column-quantity = Quantity
reading-column-unit = Unit
reading-column-production-batch = Production Batch No.
reading-column-lab-testing = Lab Testing
reading-column-trade-sample = Trade Sample
reading-column-donation = Donation
reading-column-testing-sample = Testing Sample
reading-column-hold = Hold
reading-column-flags = Flags
reading-column-packaged-date = Packaged Date
reading-column-expiration = Expiration Date
reading-column-packaged-by = Packaged By
reading-column-received = Received
reading-column-received-from = Received From
reading-column-finished = Finished
reading-column-manifest = Manifest No.
reading-column-recipient = Recipient
reading-column-note = Note
reading-column-license = License
reading-column-tested = Tested
reading-column-tests = Tests
reading-column-failed = Failed Tests
reading-column-result = Result
reading-column-released = Released
reading-column-template = Template
reading-column-origin = Origin
reading-column-destination = Destination
reading-column-transfer-type = Type
reading-column-transporter = Transporter
reading-column-driver = Driver
reading-column-vehicle = Vehicle
reading-column-packages = Packages
reading-column-packages-received = Packages Received
reading-column-state = Status
reading-column-departs = Planned Departure
reading-column-departed = Departed
reading-column-arrives = Planned Arrival
reading-column-arrived = Arrived
reading-column-created = Created
reading-column-created-by = Created By
reading-column-last-modified = Last Modified
reading-column-location-type = Location Type
reading-column-for-packages = For Packages
reading-column-for-plants = For Plants
reading-column-for-plant-batches = For Plant Batches
reading-column-for-harvests = For Harvests
reading-column-brand = Brand
reading-column-quantity-type = Quantity Type
reading-column-approval = Approval Status
reading-column-used = Used
reading-column-description = Description
reading-column-strain = Strain
reading-column-testing-status = Testing Status
reading-column-genetics = Genetics
reading-column-employee = Employee
reading-column-employee-license = Employee License No.
reading-column-begins = Start Date
reading-column-ends = End Date
reading-column-owner = Owner
reading-column-manager = Manager
reading-column-tag-type = Tag Type
reading-column-employee-number = Employee No.
reading-column-drivers-license = Driver’s License No.
reading-column-make = Make
reading-column-model = Model
reading-column-plate = License Plate No.
