# Words of errors, and of what several features share.

# Errors of every kind. What ends in -next says what to do now.
desk-internal = Something went wrong inside Trackside. Nothing was sent to the state and nothing is lost.
desk-internal-next = Try again. If it comes back, restart Trackside and tell us what you did.
desk-stopped = Stopped, as you asked.

# Stands behind a sentence that says why the state could not be read.
desk-nothing-lost = What Trackside has already read stays, and nothing you entered is lost.
desk-try-again = Try again.
desk-tries-again = Trackside tries again by itself.
desk-restart = Restart Trackside.
desk-choose-license = Choose a license.
desk-nothing-to-show = No license is chosen, so there is nothing to show.
desk-nothing-to-read = No license is chosen, so there is nothing to read.

# What the state answered. $call: the method and path that was called.
desk-wrong-key = The state does not accept these keys.
desk-wrong-key-next = Check both keys: the software key comes from whoever gave you Trackside, the user key from your user profile on the state’s site. Keys for the sandbox do not work in production.
desk-not-permitted = The keys are good, but they may not read this.
desk-not-permitted-next = Ask the license’s account manager for the permission on the state’s site, then make a new user key: a key keeps the permissions of the day it was made.
desk-nothing-there = The state has nothing at { $call }.
desk-request-refused = The state refused what Trackside asked.
desk-request-refused-next = Try again. If it comes back, tell us what the details say.
desk-asked-to-wait = The state asked Trackside to wait until { $until }.
desk-asked-to-wait-next = Trackside goes on by itself then.

# How the state’s system failed. $call: where.
desk-state-failed = The state’s system failed at { $call }.
desk-state-not-available = The state’s system is not available at { $call }.
desk-state-cut-off = The state’s answer was cut off at { $call }.
desk-state-unreadable = The state’s answer cannot be read at { $call }.

# Why there is no connection.
desk-offline-no-name = The state cannot be reached: the address could not be looked up.
desk-offline-no-connection = The state cannot be reached: nothing answers there.
desk-offline-timed-out = The state cannot be reached: no answer in time.
desk-offline-cut = The state cannot be reached: the connection was cut.
desk-offline-next = Check the network. Trackside tries again by itself, and everything it has read can be used meanwhile.
desk-offline-timed-out-next = Check the network. If a firewall lets only the state through, have it let the look-up of certificates through too (OCSP and CRL, port 80). Trackside tries again by itself, and everything it has read can be used meanwhile.
desk-license-not-opened = These keys do not open { $license } any more.
desk-license-not-opened-next = Ask the license’s account manager whether your user still belongs to it, or choose other licenses.

# $why: what did not fit, for whoever helps.
desk-answers-unusable = The state’s answers could not be used: { $why }.

# The files on this computer.
desk-newest-version = Install the newest version and start that.
desk-copy-newer = The local copy was made by a newer version of Trackside. It was left as it is.
desk-copy-disk-full = The disk is full, so the local copy could not be brought up to date. What was there before is safe.
desk-copy-disk-full-next = Make room, then choose Sync now.
desk-search-replaced = A newer search took this one’s place.
desk-copy-damaged = Trackside’s copy of the state’s records was damaged. It was put aside and is being read again.
desk-copy-damaged-next = Wait until it has been read again. Nothing you entered was in it.
desk-bad-filter = This filter or sort cannot be used.
desk-bad-filter-next = Clear the filters and try again.

# $pid: the number of the process that has the folder; $since: since when, in words.
desk-folder-in-use = Another Trackside has this data folder open (process { $pid }, since { $since }). Nothing was changed.
desk-folder-in-use-since-when = Another Trackside has this data folder open (process { $pid }). Nothing was changed.
desk-folder-in-use-by-whom = Another Trackside has this data folder open (which process is not known). Nothing was changed.
desk-folder-in-use-next = Use that window, or close it and start again.
desk-work-newer = Your work was saved by a newer version of Trackside. It was left as it is.
desk-disk-full = The disk is full, so this could not be saved. What was saved before is safe.
desk-disk-full-next = Make room and try again.
desk-try-in-a-moment = Try again in a moment.
desk-try-once-started = Try again once Trackside has started.

# What stands between this computer and the state: a web filter, a sign-in page, a proxy, a wrong clock, a certificate.
-desk-state-api = the state’s API (for California api-ca.metrc.com, port 443)
desk-filtered = Something between this computer and the state answered in the state’s place, most likely a web filter or a firewall. Your keys are not the reason, and nothing it said counts as the state’s answer.
desk-filtered-next = Ask whoever runs this network to let Trackside through to { -desk-state-api }; filters often have a category for cannabis.
desk-no-tls = Something between this computer and the state does not let a secure connection come about. Nothing was sent.
desk-no-tls-next = If this network has a sign-in page, open a web browser and sign in. Otherwise ask whoever runs the network to let Trackside through to { -desk-state-api }.
desk-sign-in-at = This network wants a sign-in: { $at } answered in the state’s place.
desk-sign-in = This network wants a sign-in: its page came in place of the state’s answer.
desk-sign-in-next = Open a web browser, sign in to the network, and leave Trackside open.
desk-proxy-sign-in = This network’s proxy { $proxy } asks for a user name and a password, and Trackside cannot give them. Nothing was sent.
desk-proxy-sign-in-unnamed = This network’s proxy asks for a user name and a password, and Trackside cannot give them. Nothing was sent.
desk-proxy-sign-in-next = Ask whoever runs the proxy to let this computer through to { -desk-state-api } without a sign-in.
desk-proxy-refuses = This network’s proxy { $proxy } does not let Trackside through to the state. Nothing was sent.
desk-proxy-refuses-unnamed = This network’s proxy does not let Trackside through to the state. Nothing was sent.
desk-proxy-refuses-next = Ask whoever runs the proxy to let this computer through to { -desk-state-api }, or take the proxy out of this computer’s network settings.
desk-clock = This computer’s clock says { $shows }, which cannot be right: the state’s certificate is not valid then, so no secure connection came about.
desk-clock-next = Set the date and time of this computer, best to “automatically”.
desk-ran-out = The certificate shown for the state ran out on { $until }, and this computer’s clock says { $shows }, so no secure connection came about.
desk-ran-out-next = If the clock is wrong, set the date and time of this computer. If it is right, the state has to renew its certificate; try its web site in a browser.
desk-certificate = A certificate by { $issuer } stands between this computer and the state, and this computer does not trust it. Nothing was sent.
desk-certificate-unknown = A certificate by an unknown issuer stands between this computer and the state, and this computer does not trust it. Nothing was sent.
desk-certificate-next = This is most often an antivirus program that scans secure connections, or a firewall that opens them. Have { -desk-state-api } left out of the scanning by whoever runs it.

# A text that does not fit into its field. $field: the field’s name as it begins a sentence, as “The note”.
desk-text-unshowable = { $field } holds a character that cannot be shown ({ $code }), at place { NUMBER($place) }. It was not saved.
desk-text-unshowable-next = Take that character out, or type the text again.
desk-text-too-long = { $field } has { NUMBER($found) } characters; at most { NUMBER($most) } fit. It was not saved.
desk-text-too-long-next = Shorten it; nothing of it was cut.

# The demo state, which runs on this computer.
desk-demo-not-started = The demo state could not be started on this computer. Your own data is untouched.
desk-demo-not-started-next = Check that the disk is not full, then try again.
desk-demo-not-reset = The demo state’s file could not be removed, so it was not reset.
desk-demo-not-reset-next = Close other programs that have it open and try again.

# Notices at the start, and the data folder.
desk-work-restored = Trackside’s record of your work was damaged. The newest good copy was put back and the damaged file was kept.
desk-work-restored-next = Check that your latest changes are there.
desk-not-copied = Trackside could not make its safety copy of your work. The work itself is saved and nothing is lost. But if its file were damaged now, an older copy would take its place.
desk-not-copied-full-next = Make room on the disk. The next start makes the copy.
desk-not-copied-next = Check that { $folder } can be written. The next start makes the copy.
desk-copy-rebuilt = Trackside’s copy of the state’s records was damaged and is being read again from the state. Nothing you entered was in it.
desk-folder-unusable = Trackside cannot use its data folder { $folder }. Nothing was changed.
desk-folder-unusable-next = Check that the folder can be written and that the disk is not full, then start Trackside again.

# What the page asked for and should not have.
desk-no-request-id = Trackside’s page sent a change without a usable request id. Nothing was changed.
desk-request-reused = Trackside’s page used one request id for two different changes. The second was not made.
desk-bad-form = Trackside’s page asked for something in a form it does not understand. Nothing was changed.
desk-bad-form-next = Restart Trackside. If it comes back, save the diagnostics and tell us.
desk-unknown-command = Trackside’s page asked for something this version does not have. Nothing was changed.
desk-bad-lines = The page asked for lines that cannot be.
desk-too-many-lines = { NUMBER($count) } lines were asked for; a call gives at most { NUMBER($most) }.
desk-too-many-rows = Rows { NUMBER($from) } to { NUMBER($to) } were asked for; a call gives at most { NUMBER($most) }.

# Lists, files and links.
desk-list-closed = This list was closed.
desk-list-closed-next = Open it again.
desk-layout-too-large = This arrangement of columns is too large to remember.
desk-layout-too-large-next = Reset it.
desk-no-column-shown = No column is shown, so there is nothing to export.
desk-no-column-shown-next = Show a column first.
desk-no-row-selected = No row is selected, so there is nothing to export.
desk-no-row-selected-next = Select rows first, or export all of them.
desk-no-such-column = This grid has no column “{ $column }”.
desk-no-such-column-next = Reset the columns and try again.
desk-too-many-for-excel = An Excel sheet holds { NUMBER($most) } rows and this view has { NUMBER($rows) }. No file was written.
desk-too-many-for-excel-next = Export as CSV, or filter the grid first.
# Ends a cell of a workbook whose text is too long for Excel.
desk-cell-cut = { " " }… [cut here: the whole text has { NUMBER($letters) } characters, more than a cell of Excel holds; the CSV export has the whole text]
desk-file-disk-full = The disk is full, so the file was not written. Your data in Trackside is untouched.
desk-file-disk-full-next = Make room and export again.
desk-file-not-written = The file could not be written there. Your data in Trackside is untouched.
desk-file-not-written-next = Close the file if another program has it open, or choose another folder.
desk-no-save-dialog = The window to choose a file could not be shown. Nothing was written.
desk-no-viewer = The document was made, but no program on this computer opens it.
desk-no-viewer-next = Save it instead, and open it with a program of your choice.
desk-no-browser = No browser could be opened. The page is at { $address }
desk-no-browser-next = Copy the address into a browser.
desk-link-of-no-license = This page belongs to a license, and none was named.
# A file that was saved by an export and is to be shown now. $path is where it lies.
desk-saved-gone = This file is not where it was saved any more.
desk-saved-gone-next = If it was moved, open it from its new folder. Otherwise export again.
desk-saved-no-program = The file is saved, but no program on this computer opens it.
desk-saved-no-folder = The file is saved, but its folder could not be shown.
desk-saved-where = It is here: { $path }

# Cells of a CSV or XLSX export.
desk-cell-yes = Yes
desk-cell-no = No

# A transfer that the state holds: its title, labels of what is known of it, its steps.
desk-no-transfer = This transfer is not in the list any more.
desk-no-transfer-next = Go back to the list.
desk-transfer-manifest = Manifest { $number }
desk-transfer-status = Status
desk-transfer-type = Type
desk-transfer-from = From
desk-transfer-to = To
desk-transfer-transporter = Transporter
desk-transfer-driver = Driver
desk-transfer-vehicle = Vehicle
desk-transfer-invoice = Invoice
desk-transfer-departure-planned = Departure (planned)
desk-transfer-arrival-planned = Arrival (planned)
desk-transfer-packages = Packages
desk-transfer-packages-received = Packages received
desk-transfer-last-changed = Last changed
desk-transfer-read = Read from the state
desk-transfer-route = Route
desk-transfer-departed = Departed
desk-transfer-arrived = Arrived
desk-transfer-received = Received
desk-transfer-gross-weight = Gross weight
desk-step-template = Template made
desk-step-registered = Registered
desk-step-departed = Departed
desk-step-received = Received
desk-step-rejected = Rejected
desk-step-partly = Partly received
desk-step-voided = Voided

# Parts of a line about a driver: “Ana Lee, license D123, employee 7”.
desk-driver-license = license { $number }
desk-driver-employee = employee { $id }
desk-not-a-pdf = What the state sent is not a PDF, so there is nothing to save.
desk-not-a-pdf-next = Try again later, or get the manifest from the state’s site.

# The check list for receiving. $end: the last digits of a tag; $rest: what is still missing, a sentence.
desk-receiving-all-found = All expected packages are found.
desk-receiving-missing = { $count ->
    [one] { $count } is still missing.
   *[other] { $count } are still missing.
}
desk-receiving-found-of = { NUMBER($found) } of { NUMBER($expected) } expected packages are found. { $rest }
desk-receiving-undone = …{ $end } is no longer counted. { $rest }
desk-receiving-again = …{ $end } was scanned before. { $rest }
desk-receiving-found = …{ $end }: { $item }. { $rest }
desk-receiving-not-on-manifest = …{ $end } is not on this manifest. Put it aside. { $rest }
desk-receiving-none-ends = No package on this list ends in { $ending }.
desk-receiving-several-end = { NUMBER($packages) } packages on this list end in { $ending }. Type more of the tag.
desk-receiving-not-counted = “{ $text }” was not counted. { $why }
desk-receiving-in-books = In your books already: { $item }
desk-receiving-closed = This check list is closed. Nothing was counted.
desk-receiving-closed-next = Open it again to go on.
desk-receiving-gone = This check list is not there any more.
desk-receiving-gone-next = Open the transfer and begin a new one.

# Headings and states of the check list’s file.
desk-receiving-tag = Tag
desk-receiving-item = Item
desk-receiving-quantity = Quantity
desk-receiving-state = State
desk-receiving-scanned = Scanned (California)
desk-receiving-is-found = Found
desk-receiving-is-missing = Missing
desk-receiving-is-extra = Not on manifest

# The card of a package: where it stands, what it is marked as, labels of what else is known.
desk-card-missing = This tag is in none of the licenses loaded here, so nothing is known of it but the tag. A source package often stays in the sender’s books.
desk-status-on-hold = On hold
desk-status-active = Active
desk-status-in-transit = In transit
desk-status-finished = Finished
desk-status-discontinued = Discontinued
desk-status-transferred = Transferred
desk-status-not-listed = Not in the state’s lists
desk-flag-recall = On recall
desk-flag-investigation = Under investigation
desk-flag-investigation-hold = On investigation hold
desk-flag-finished-good = Finished good
desk-flag-delivery = On a retailer delivery
desk-flag-remediation = Needs remediation
desk-flag-remediated = Contains remediated product
desk-flag-decontaminated = Contains decontaminated product
desk-flag-production-batch = Production batch
desk-flag-hold = On hold
desk-flag-trade-sample = Trade sample
desk-flag-donation = Donation
desk-flag-testing-sample = Testing sample
desk-card-finished = Finished
desk-card-sell-by = Sell by date
desk-card-use-by = Use by date
desk-card-type = Package type
desk-card-source-batches = Source production batches
desk-card-external-id = External ID
desk-card-left-on = Left on manifest
desk-card-went-to = Went to
desk-card-note = Note

# The start and the end of the app, and the system’s own dialogs.
desk-no-folder = Trackside cannot make the folder it keeps its data in. Nothing was changed.
desk-no-folder-next = Check that the disk is there and that you may write to it, then try again.
desk-not-started = Trackside could not start all its parts. Your work is safe on this computer.
desk-not-started-next = Start Trackside again. If it comes back, save the diagnostics and tell us.
desk-closing = Trackside is closing. Your work is safe on this computer.
desk-closing-next = Start Trackside again.
desk-dialog-save = Save
desk-dialog-select = Select Files
desk-dialog-tables = Tables and texts
desk-dialog-all = All files

# Who reported something, where nobody was named.
desk-this-computer = This computer
