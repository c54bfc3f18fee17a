# Words of a drafted transfer: its form, its lines, its check, its stages.

draft-title = Transfer
draft-back = Drafts
draft-copy = Copy this draft
draft-delete = Delete this draft…

# Whether everything is on the disk.
draft-saved = Saved
draft-saving = Saving…
draft-not-saved = Not saved yet. { $why }
draft-save-now = Try now
# At one field or line.
draft-field-not-saved = Not saved yet. Trying again.

# The form: labels and hints.
draft-type = Type
draft-type-choose = Choose a type
draft-type-hint = What the state calls it.
# $things is a list of the next three, as “wholesale prices and gross weights”.
draft-type-asks = Asks for { $things }.
draft-type-prices = wholesale prices
draft-type-weights = gross weights
draft-type-invoice = an invoice number
draft-type-asks-nothing = Asks for nothing further.
draft-destination = Destination license
draft-destination-hint = Choose one seen before, or type its license number.
draft-departure = Departure
draft-departure-time = Departure, time
draft-arrival = Arrival
draft-arrival-time = Arrival, time
draft-time-hint = California time.
# How a day and a time are typed where the system offers no calendar or clock.
draft-day-form = YYYY-MM-DD
draft-time-form = HH:MM
draft-route = Planned route
draft-transporter = Transporter’s license
draft-transporter-hint = One transporter for the whole manifest.
draft-driver = Driver
draft-driver-license = Driver’s license number
draft-driver-employee = Driver’s employee ID
draft-vehicle-plate = Vehicle’s license plate
draft-vehicle-make = Vehicle’s make
draft-vehicle-model = Vehicle’s model
draft-phone = Phone for questions
draft-invoice = Invoice number
draft-name = Name of this draft
draft-name-hint = The template carries it too; may be left empty.
draft-note = Note
draft-note-hint = For yourself; not sent.

# The form’s three groups, and what a group says in one line once it holds everything. What stands beside these lines is as it was typed.
draft-group-where = Where
draft-group-when = When
draft-group-driver = Who drives
draft-group-fold = Fold to one line
# $kind is the type of transfer, $to a destination’s name or license number.
draft-group-where-line = { $kind } to { $to }
draft-group-invoice-line = Invoice { $number }
# Both are times; the second is a clock time alone where the day is the same.
draft-group-when-line = Leaves { $departure }, arrives { $arrival }
# $make, $model and $plate are a vehicle’s.
draft-group-vehicle-line = { $make } { $model }, plate { $plate }

# Sending.
draft-send = Send
draft-send-ask = Send this transfer?
draft-send-again = Send again
draft-send-again-ask = Send this transfer again?
draft-send-changes = Send the changes
draft-send-changes-ask = Send the changes to this transfer?
draft-send-unfit = Something that you typed does not fit and was not saved. Fix it first.
draft-send-how = It goes to the Outbox and from there to the state as one template. If there is no connection now, it waits in the Outbox. No manifest is made by this; a person registers it on the state’s site afterward.
draft-send-not-yet = Not yet

# The draft on paper.
draft-sheet = Sheet
draft-sheet-open = Open the sheet, to print it
draft-sheet-save = Save the sheet as PDF…

# What must be known before one goes on.
# $stage is the draft’s stage in words, as “The template was refused by the state”.
draft-trouble = { $stage }.
draft-trouble-show = Show its report
draft-changed-there = The template was changed on the state’s site since you sent it.
draft-changed-there-more = Yours is kept as it is. Compare the two and choose which one counts.
draft-changed-there-compare = Compare…
draft-registered = A manifest was registered from this draft, so it can no longer be changed.
draft-registered-more = To send something else, copy it.

# Both versions side by side.
draft-compare-title = The template was changed on the state’s site
draft-compare-lead = The state’s version is from { $time }. Nothing is changed before you choose.
draft-compare-later = Decide later
draft-compare-theirs = Take the state’s version
draft-compare-mine = Keep mine and send it again
draft-compare-reading = Comparing…
draft-compare-same = The two are the same now.
draft-compare-field = Field
draft-compare-here = Here
draft-compare-there = In the state
draft-compare-empty = empty
draft-compare-only-here = Only here
draft-compare-only-there = Only in the state

# The check.
draft-check = Check
draft-check-now = Check now
draft-checking = Checking…
draft-checking-again = Checking again…
# Headings of what was found, and the first as a symbol’s name.
draft-check-stops = Must be fixed
draft-check-open = To fill in
draft-check-to-fill-in = { $count ->
    [one] { $count } to fill in
   *[other] { $count } to fill in
}
draft-check-warnings = Worth a look
draft-check-warning = Warning
# Behind a finding of one line.
draft-check-alike = { $count ->
    [one] The same with { $count } further line.
   *[other] The same with { $count } further lines.
}
draft-check-totals = Quantity by unit
draft-due = Report it by { $time }, 24 hours after departure.

# The stages.
draft-stages = Stages
draft-stage-by = { $time } by { $who }
draft-stage-who = By { $who }
# Read aloud behind a stage that is still to come.
draft-stage-not-yet = (not yet)
draft-stage-report = Report in the Outbox

# What a person does on the state’s site. Its own words stay as they are.
draft-register = Register it on the state’s site
draft-register-why = The state makes a manifest only from its own site. The template is ready there; a person registers it:
# The same while the template is not there yet.
draft-register-wait = The template is on its way to the state. Once it is there, a person registers it on the state’s site:
draft-register-copy = Copy the name of the template
draft-register-sign-in = Sign in as { $license }.
draft-register-open = Open Transfers, then Templates.
draft-register-find = Find “{ $title }” and choose Register Transfer.
draft-register-look = Look over what is filled in, and register. The state gives the manifest its number.
draft-register-then = Trackside sees the manifest at the next sync and goes on from there automatically.
draft-register-site = Open this license’s templates on the state’s site

# The lines, and the ways to more of them.
draft-lines = Packages
draft-lines-of = { NUMBER($count) } of { NUMBER($most) }
draft-lines-table = Packages of this transfer
draft-lines-none = No packages yet. Scan their tags, select or drop a file with one column of tags, paste a list, or add empty lines to type into.
draft-lines-none-registered = This transfer has no packages.
draft-add-files = Select Files
draft-add-paste = Paste tags…
draft-add-number = How many lines to add
draft-add-lines = { $count ->
    [one] Add { $count } package
   *[other] Add { $count } packages
}
draft-add-lines-unknown = Add packages
draft-added-room = { $count ->
    [one] { $count } line added: a transfer carries at most { NUMBER($most) } packages.
   *[other] { $count } lines added: a transfer carries at most { NUMBER($most) } packages.
}
# What became of the packages that a draft was made with.
draft-begun-none = { $count ->
    [one] The package could not be added.
   *[other] None of the { $count } packages could be added.
}
draft-begun-some = { $added ->
    [one] { $added } package was added
   *[other] { $added } packages were added
}; { $refused ->
    [one] { $refused } was not.
   *[other] { $refused } were not.
}
draft-drop = { $count ->
    [one] Drop { $count } file of tags to add the packages to this transfer
   *[other] Drop { $count } files of tags to add the packages to this transfer
}
draft-drop-kinds = CSV, TXT or XLSX with a column of tags.

# Columns of the lines.
draft-column-line = Line
draft-column-tag = Tag
draft-column-item = Item and Category
draft-column-strain = Strain
draft-column-quantity = Quantity
draft-column-lab = Lab Testing
draft-column-gross-weight = Gross Weight
draft-column-gross-unit = Unit of Weight
draft-column-price = Wholesale Price
draft-column-remove = Remove
# A field of a line. $column is its column’s title.
draft-line-field = { $column }, line { NUMBER($line) }
draft-line-remove = Remove line { NUMBER($line) }
draft-line-removed = Line { NUMBER($line) } was removed.
draft-empty-remove = { $count ->
    [one] Remove { $count } empty line
   *[other] Remove { $count } empty lines
}
draft-empty-removed = { $count ->
    [one] { $count } empty line was removed.
   *[other] { $count } empty lines were removed.
}
draft-line-card = Card of { $tag }

# Filling down.
draft-fill = Fill down { $column }
draft-fill-empty = Fill the empty lines below
draft-fill-every = Fill every line below
draft-filled-with = { $count ->
    [one] { $count } line filled with { $value }.
   *[other] { $count } lines filled with { $value }.
}
draft-filled = { $count ->
    [one] { $count } line filled.
   *[other] { $count } lines filled.
}
draft-filled-over = { $count ->
    [one] { $count } line filled
   *[other] { $count } lines filled
}; { $over ->
    [one] { $over } further value found no line and was left out.
   *[other] { $over } further values found no line and were left out.
}
draft-fill-none-empty = No line below is empty.
draft-fill-nothing = There is nothing to fill down: this field is empty.

# Scanning.
draft-scan = Scan a tag
draft-scan-where = Into this field, or anywhere while no field has the focus.
# $what is the item and its quantity.
draft-scan-added = { NUMBER($line) }: added, { $what }
draft-scan-added-unknown = { NUMBER($line) }: added
# $reason is a sentence.
draft-scan-refused = Refused: { $reason }
draft-scan-refused-unknown = Refused: this tag could not be added.
draft-scan-failed = Not added: { $why }

# A list of tags from anywhere.
draft-paste-title = Paste tags
draft-paste-lead = Tags, one a line or separated by commas or spaces; or rows of a spreadsheet or of the state’s grid, with their heading or without.
draft-paste-tags = Tags
draft-paste-add = Add these packages

# Which sheet or column is meant.
draft-question-of-file = { $file }: { $question }
draft-question-tags = { $count ->
    [one] { $count } tag
   *[other] { $count } tags
}
draft-question-none = Take nothing

# What became of a file or a paste.
draft-outcome = What was added
draft-outcome-copy = Copy the list
draft-outcome-save = Save…
draft-refused = { $count ->
    [one] { $count } tag not added
   *[other] { $count } tags not added
}
draft-refused-file = File
draft-refused-line = Line
draft-refused-line-or-row = Line or row
draft-refused-tag = Tag
draft-refused-why = Why it was not added
# The last column’s heading in the copied list.
draft-refused-reason = Reason
