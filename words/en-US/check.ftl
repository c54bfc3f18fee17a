# What a draft of a transfer is called, what its check says, and what its commands answer.

# What the check of a draft says of the whole. $to: the destination; empty while nothing is typed.
check-ready = { $count ->
    [one] Ready to send: { $count } package to { $to }.
   *[other] Ready to send: { $count } packages to { $to }.
}
check-to-fix = { $count ->
    [one] { $count } thing must be fixed first.
   *[other] { $count } things must be fixed first.
}
check-name-too-long = The name of this draft has { NUMBER($found) } characters; the template takes at most { NUMBER($most) }. Shorten it.
check-name-source = Trackside: a template is known again by a mark in its name

# What is wrong with one line of a draft. $why: why a text is not a tag, as a sentence without its period. $obstacle: what is wrong and what to do, to be read after “This package”.
check-line-tag = { $why }. Correct it, or remove the line.
check-line-twice = This package stands on an earlier line already. Remove one of them.
check-line-unknown = This package is not among this license’s packages as last read. Compare the tag.
check-line-lab = This package is in lab testing state “{ $state }”; the destination may not sell it as it is.
check-line-other-draft = This package stands in another draft too: { $draft }. It can leave only once.
check-line-sold = Something was sold from this package. Make sure that what is left is meant to go.

# What a draft is called in a list where it has no name.
check-title-empty = Transfer without a destination yet
check-title-day = Transfer of { $day }
check-title-to = To { $to }
check-title-to-day = To { $to }, { $day }
check-title-copy = { $name } (copy)

# A field of a draft as it begins a sentence.
check-field-name = The name of this draft
check-field-type = The type
check-field-recipient = The destination license
check-field-recipient-name = The destination’s name
check-field-invoice = The invoice number
check-field-route = The planned route
check-field-departure = The departure
check-field-arrival = The arrival
check-field-transporter = The transporter’s license
check-field-transporter-name = The transporter’s name
check-field-driver = The driver
check-field-driver-license = The driver’s license number
check-field-employee-id = The driver’s employee ID
check-field-make = The vehicle’s make
check-field-model = The vehicle’s model
check-field-plate = The vehicle’s license plate
check-field-phone = The phone for questions
check-field-note = The note
check-field-tag = The tag
check-field-gross-weight = The gross weight
check-field-gross-unit = The unit of the gross weight
check-field-price = The price

# Where a draft is on its way.
check-stage-draft = Draft on this computer
check-stage-template = Template in the state; register it there

# $state: the transfer’s status in words; $number: the manifest’s.
check-stage-manifest = { $state }, manifest { $number }
check-stage-create-waiting = The template waits in the outbox
check-stage-create-sending = The template is being sent
check-stage-create-checking = The template is being checked at the state
check-stage-create-needs-you = The template needs you: see the outbox
check-stage-create-refused = The template was refused by the state
check-stage-update-waiting = The changed template waits in the outbox
check-stage-update-sending = The changed template is being sent
check-stage-update-checking = The changed template is being checked at the state
check-stage-update-needs-you = The changed template needs you: see the outbox
check-stage-update-refused = The changed template was refused by the state
check-stage-delete-waiting = Deleting the template waits in the outbox
check-stage-delete-sending = Deleting the template is being sent
check-stage-delete-checking = Deleting the template is being checked at the state
check-stage-delete-needs-you = Deleting the template needs you: see the outbox
check-stage-delete-refused = Deleting the template was refused by the state

# The steps of a draft’s way, and who took one.
check-step-drafted = Drafted
check-step-queued = Queued
check-step-template = Template in the state
check-step-registered = Registered
check-step-in-transit = In transit
check-step-received = Received
check-step-read-back = Trackside, read back from the state
check-step-manifest = Manifest { $number }

# What differs between a draft and the template that the state holds: the field.
check-differs-destination = Destination
check-differs-type = Type
check-differs-invoice = Invoice
check-differs-route = Route
check-differs-departure = Departure
check-differs-arrival = Arrival
check-differs-transporter = Transporter
check-differs-driver = Driver
check-differs-driver-license = Driver’s license
check-differs-employee-id = Employee ID
check-differs-make = Vehicle make
check-differs-model = Vehicle model
check-differs-plate = License plate

# What a command answers that was not carried out. What ends in -next says what to do now.
check-too-lively = This draft is being changed by something else all the time, so this was not done. Nothing was changed by it.
check-deleted = This draft was deleted.
check-deleted-next = Go back to the list of drafts.
check-not-your-license = { $license } is not one of your licenses here. No transfer was made.
check-not-your-license-next = Choose one of your licenses, or connect the keys that open this one.
check-bad-count = A number from 1 to { NUMBER($most) } is needed here.
check-bad-count-next = Enter such a number.
check-full = This draft has { NUMBER($most) } lines, the most that a transfer carries. No line was added.
check-full-next = Remove a line first, or make another transfer.

# $stage: where the transfer is, as check-stage-manifest has it.
check-registered-already = This transfer is registered already ({ $stage }). Nothing was changed.
check-registered-already-next = Copy the draft to make another transfer, or change the manifest on the state’s site.
check-no-license = No license is chosen, so there are no drafts to show.

# $check: what the check says of the whole, a sentence.
check-not-ready = This transfer cannot be sent yet. { $check }
check-not-ready-next = The check lists what to fix; each line leads to its field.
check-being-deleted = This transfer’s template is being deleted in the state. Nothing was sent.
check-being-deleted-next = Wait until it is gone, or undo the deletion in the outbox; then send again.
check-on-its-way = An earlier version of this transfer is on its way to the state, and it is not yet known how it ended. Nothing was sent twice.
check-on-its-way-next = Wait until the outbox knows, or settle it there if it needs you; then send again.
check-not-read-yet = The state has this transfer, but its template was not read from there yet. Nothing was sent.
check-not-read-yet-next = Sync, then send. If the template is not on the state’s site, copy this draft and send the copy.
check-look-at-outbox = Look at the outbox, then try again.
check-not-deleted = This transfer is on its way to the state, and it is not yet known how it ended. Nothing was deleted.
check-not-deleted-next = Wait until the outbox knows, or settle it there if it needs you; then delete it.
check-too-many-lines = With the template’s packages this draft would have { NUMBER($after) } lines; a transfer carries at most { NUMBER($most) }. Nothing was taken over.
check-too-many-lines-next = Divide the template on the state’s site, then sync and compare again.
check-no-template = The state holds no template of this draft, as far as was last read.
check-no-template-next = Sync, then open the draft again.

# Adding packages to a draft. $added: packages; $lines: lines that were not added.
check-added-nothing = Nothing was added.
check-added-nothing-yet = Nothing was added yet.
check-added-none = No package was added; the list says why for each line.
check-added = { $added ->
    [one] { $added } package was added.
   *[other] { $added } packages were added.
}
check-added-but = { $added ->
    [one] { $lines ->
        [one] { $added } package was added; { $lines } line was not.
       *[other] { $added } package was added; { $lines } lines were not.
    }
   *[other] { $lines ->
        [one] { $added } packages were added; { $lines } line was not.
       *[other] { $added } packages were added; { $lines } lines were not.
    }
}
check-files-unread = { $count ->
    [one] One file could not be read.
   *[other] Some files could not be read.
}

# $file: a file’s name; $day: a day in words; $who: who did it.
check-read-before = { $file } was read before, on { $day } by { $who }; { NUMBER($count) } of its tags were added then.
check-too-many-selected = { NUMBER($count) } packages are selected; a transfer carries at most { NUMBER($most) }.
check-too-many-selected-next = Filter the grid or select fewer packages, then try again.
check-list-gone = This list is not there any more.
check-list-gone-next = Read the file again.

# Headings of the file of refused lines.
check-refused-tag = Tag
check-refused-line = Line or row
check-refused-reason = Reason

# Files that tags are read from. $why: the system’s words.
check-file-unreadable = This file cannot be read ({ $why }). Check that it is still there, then try again.
# Stands in $why of check-file-unreadable.
check-file-is-folder = it is a folder
check-scanned-columns = This is more than one tag, in columns. Use “Paste tags” for it.

# What was read of a file. $sheet: of a workbook; $words: what was read of it, in sentences.
check-file-sheet = { $file }, { $sheet }
check-file-read-as = { $file }: { $words }
check-file-gone = Trackside does not know this file any more. Nothing was added.
check-file-gone-next = Choose it again.
check-no-open-dialog = The window to choose files could not be shown. Nothing was added.
check-no-open-dialog-next = Try again, or drop the files on the window.

# Something was dropped on the window and the system gave no file. $system: “Windows”.
check-no-file = { $system } gave no file. Nothing was added.
check-no-file-unnamed = The system gave no file. Nothing was added.
check-no-file-next = Use Select Files, or save the attachment first.

# A draft on paper: headings, labels, and what stands above and below.
check-paper-item = Item
check-paper-quantity = Quantity
check-paper-lab = Lab testing
check-paper-gross-weight = Gross weight
check-paper-price = Price
check-paper-sender = Sender
check-paper-type = Type
check-paper-destination = Destination
check-paper-invoice = Invoice
check-paper-departure = Departure
check-paper-arrival = Arrival
check-paper-transporter = Transporter
check-paper-phone = Telephone
check-paper-driver = Driver
check-paper-driver-license = Driver’s license
check-paper-employee-id = Employee ID
check-paper-vehicle = Vehicle
check-paper-packages = Packages
check-paper-route = Route
check-paper-note = Note
check-paper-stops = { $count ->
    [one] { $count } of these lines cannot go as it is; Trackside’s check says why.
   *[other] { $count } of these lines cannot go as they are; Trackside’s check says why.
}
check-paper-not-a-manifest = A draft made with Trackside, for preparing the load. It is not a manifest: a load may leave only with the manifest that the state’s system prints.

# $draft: its number; $stage: where it is; $moment: when it was printed.
check-paper-foot = Draft { $draft }, { $stage }, printed { $moment }
