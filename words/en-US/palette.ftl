# The commands (Ctrl+K): the records that they find, and what each place does, with why it cannot be done now.
# What ends in `-also` is never shown: other words that somebody may type to find the line.

# What is found in the local copy. $text is what was typed.
palette-packages = Packages
palette-items = Items
palette-locations = Locations
palette-manifests = Manifests
palette-looking = Looking for “{ $text }”…
palette-no-tag = No package has a tag that ends in “{ $text }”
# Several packages of one tab, where an ending is not unique.
palette-several = { $count ->
    [one] { $count } package ending in “{ $text }”
   *[other] { $count } packages ending in “{ $text }”
}
# Where a package is: a tab of the grid, as “Inactive”, and a license by its name.
palette-where = { $tab }, { $license }
# Of a manifest: a list, as “Incoming”, and how far the transfer is.
palette-stage = { $list }, { $state }
palette-no-packages = No active packages
# For screen readers, once it was looked for.
palette-count = { $count ->
    [one] { $count } result
   *[other] { $count } results
}

# A tab of a place, as “Packages: On Hold”.
palette-tab = { $place }: { $tab }
palette-hold-also = hold held
palette-inactive-also = finished empty history
palette-in-transit-also = on the way
palette-incoming-also = receive receiving delivery arriving on the way

# Places that are not built yet.
palette-coming = Still to come
palette-today = Today
palette-today-also = dashboard overview
palette-plants = Plants
palette-plants-also = plant batches harvests strains grow
palette-sales = Sales
palette-sales-also = receipts sell customer
palette-data-import = Data Import
palette-data-import-also = upload csv additives file
palette-housekeeping = Housekeeping
palette-housekeeping-also = clean up finish at zero finalize

# Actions on packages where none can be acted on.
palette-selected = Selected packages
palette-select-first = Select packages first
palette-packages-away = Packages are not in sight
palette-one-sender = A transfer has one sender: select packages of one license
palette-with-also = transfer manifest draft send

# Why an action of another tab cannot be done in this one. Beside the line, without a period, as every reason here.
palette-not-finished = Only finished packages can be unfinished
palette-is-finished = Finished packages are unfinished before they are changed
palette-on-hold = Packages on hold wait until the hold is lifted
palette-in-transit = Packages in transit wait until they are received
palette-transferred = These packages are at another license now

# Actions of what is open in a place, and why they cannot be done.
palette-nothing-queued = Nothing was queued just now
palette-undone = It was undone already
palette-gone-out = { $count ->
    [one] It has left for the state
   *[other] All have left for the state
}
palette-undo-also = revert withdraw
palette-nothing-selected = Nothing is selected
palette-no-grid = No table is in sight
palette-no-rows = There are no rows
palette-exporting = An export is under way
palette-export-csv = Export to a CSV file
palette-export-xlsx = Export to an Excel workbook (XLSX)
palette-export-also = save download spreadsheet
# Which rows an export has, beside its name.
palette-export-all = { $rows ->
    [one] the one row
   *[other] all { $rows } rows
}
palette-export-selected = { $rows ->
    [one] the selected row
   *[other] the { $rows } selected rows
}
palette-columns = Choose columns
palette-columns-also = fields order show hide
palette-no-changes = No records have changed
palette-changes-also = refresh news
palette-select-all-also = everything
palette-receive = Receive a transfer with a check list
palette-receive-also = receiving check in delivery scan
palette-receive-first = Open an incoming transfer first
palette-close-list = Close the check list
palette-close-list-also = receiving check in delivery done end
palette-close-list-first = Open a check list first
palette-list-closed = The list is closed already
palette-manifest-also = print pdf paper
palette-manifest-first = Open a transfer that has a manifest first
palette-sheet = Print a drafted transfer’s tags
palette-sheet-also = sheet barcodes paper pdf
palette-draft-first = Open a drafted transfer first
palette-send = Send a drafted transfer
palette-send-also = template submit
palette-sent = There is nothing to send
palette-send-unfit = Something that you typed does not fit: fix it first
palette-send-unchecked = The draft is not checked yet
palette-send-fix = { $count ->
    [one] { $count } thing must be fixed first
   *[other] { $count } things must be fixed first
}
palette-withdraw = Withdraw the selected reports
palette-withdraw-also = cancel outbox undo
palette-clear = Clear the selected reports
palette-clear-also = remove outbox refused done
# What is decided of the report that is open in the Outbox.
palette-recorded = Decide a report: it was recorded
palette-again = Decide a report: send again…
palette-look = Decide a report: look again
palette-decide-also = outbox needs you settle state record
palette-decide-first = Open a report that needs you in the Outbox first
palette-decide-not = The report that is open waits for no decision
palette-decide-moved = The answers to this report stand in its story
palette-resend = Edit and resend a report…
palette-resend-also = outbox refused waiting change correct fix
palette-resend-first = Open a refused or waiting report in the Outbox first
palette-resend-not = The report that is open cannot be edited
palette-deciding = It is being decided
palette-reports-first = Select waiting reports in the Outbox first
palette-over-first = Select refused or done reports in the Outbox first
# In the CSV Formatting Guide.
palette-template = Save the template of a file
palette-template-also = csv import guide download form
palette-template-none = A list of tags has no template
palette-print = Print the guide’s files
palette-print-also = csv import guide paper
palette-guide-first = Open the CSV Formatting Guide first
