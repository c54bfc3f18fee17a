# Words of the grid, whatever its rows are: menus, filters, columns, export, copying, and what stands where no rows are.

grid-opening = Opening…
grid-blank = blank
grid-yes = Yes
grid-no = No

# All rows of the grid, at its foot: one message for each kind of record.
grid-rows-packages = { $rows ->
    [one] { $rows } package
   *[other] { $rows } packages
}
grid-rows-samples = { $rows ->
    [one] { $rows } sample
   *[other] { $rows } samples
}
grid-rows-transfers = { $rows ->
    [one] { $rows } transfer
   *[other] { $rows } transfers
}
grid-rows-templates = { $rows ->
    [one] { $rows } template
   *[other] { $rows } templates
}
grid-rows-listed = { $rows ->
    [one] { $rows } entry
   *[other] { $rows } entries
}
# The same where a search or filters leave some out: $rows are shown, $of is how many there are.
grid-some-packages = { NUMBER($rows) } of { $of ->
    [one] { $of } package
   *[other] { $of } packages
}
grid-some-samples = { NUMBER($rows) } of { $of ->
    [one] { $of } sample
   *[other] { $of } samples
}
grid-some-transfers = { NUMBER($rows) } of { $of ->
    [one] { $of } transfer
   *[other] { $of } transfers
}
grid-some-templates = { NUMBER($rows) } of { $of ->
    [one] { $of } template
   *[other] { $of } templates
}
grid-some-listed = { NUMBER($rows) } of { $of ->
    [one] { $of } entry
   *[other] { $of } entries
}

# While a list is read for the first time: how much of it is there.
grid-reading-of = { NUMBER($read) } of { NUMBER($all) } read
grid-reading = { NUMBER($read) } read
# $reading is one of the two above. $shown: the rows of the grid, which follow what is read.
grid-reading-shown = { $reading }, { NUMBER($shown) } shown
# $reading is one of the three above, $sums is “7 ea”.
grid-reading-sums = { $reading }, { $sums } so far
grid-reading-plain = { $reading } so far
grid-reading-match = { $rows ->
    [one] { $rows } of the { NUMBER($read) } read so far matches
   *[other] { $rows } of the { NUMBER($read) } read so far match
}
grid-reading-match-shown = { $rows ->
    [one] { $rows } of { NUMBER($of) } matches, { $reading } so far
   *[other] { $rows } of { NUMBER($of) } match, { $reading } so far
}
# In place of a number that nobody knows, and how it is read out.
grid-unknown = —
grid-unknown-spoken = unknown
# Records of several licenses, of which some may not be read. $counted is “920 packages”.
grid-rows-in-part = { $unread ->
    [one] { $counted }, { $unread } license cannot be read
   *[other] { $counted }, { $unread } licenses cannot be read
}
# While another view is counted and the figures are those of the one before.
grid-counting = Being counted

# Sums at the foot, by unit. $unit is the state's own, as “g” or “Each”.
grid-sums = Quantity by unit
grid-sum-packages = { $rows ->
    [one] { $rows } package in { $unit }
   *[other] { $rows } packages in { $unit }
}
grid-sum-samples = { $rows ->
    [one] { $rows } sample in { $unit }
   *[other] { $rows } samples in { $unit }
}
grid-sum-transfers = { $rows ->
    [one] { $rows } transfer in { $unit }
   *[other] { $rows } transfers in { $unit }
}
grid-sum-templates = { $rows ->
    [one] { $rows } template in { $unit }
   *[other] { $rows } templates in { $unit }
}
grid-sum-listed = { $rows ->
    [one] { $rows } entry in { $unit }
   *[other] { $rows } entries in { $unit }
}
# Behind the first sums: how many units have sums that are not shown.
grid-sums-more = and { NUMBER($units) } more

# Where nothing is found. $search is what the person typed.
grid-none-found-packages = No packages match “{ $search }”
grid-none-found-samples = No samples match “{ $search }”
grid-none-found-transfers = No transfers match “{ $search }”
grid-none-found-templates = No templates match “{ $search }”
grid-none-found-listed = Nothing here matches “{ $search }”
grid-none-pass-packages = No packages match the filters
grid-none-pass-samples = No samples match the filters
grid-none-pass-transfers = No transfers match the filters
grid-none-pass-templates = No templates match the filters
grid-none-pass-listed = Nothing here matches the filters
grid-none-by-search = Each word must be found somewhere in the row: part of a tag, an item, a strain, a license or name, a lab state, a batch or a note; or a day, as 11/27/2026, or a quantity.
grid-none-by-filters = A row must match every filter.
grid-none-by-both = Each word must be found somewhere in the row, and the row must match every filter.
grid-clear-search = Clear the search
grid-clear-filters = Clear the filters

# What a screen reader says of the selection.
grid-selected-none = Nothing is selected.
grid-selected-all = { $rows ->
    [one] The one matching row is selected.
   *[other] All { $rows } matching rows are selected.
}
grid-selected = { $rows ->
    [one] { $rows } row selected.
   *[other] { $rows } rows selected.
}
grid-selection-lost = { $rows ->
    [one] The list changed, so the one matching row is no longer selected.
   *[other] The list changed, so the { $rows } matching rows are no longer selected.
}
grid-selection-kept = { $rows ->
    [one] { $rows } row selected before stays selected.
   *[other] { $rows } rows selected before stay selected.
}
grid-selection-left = { $rows ->
    [one] { $rows } row selected before is no longer selected.
   *[other] { $rows } rows selected before are no longer selected.
}
grid-selection-most = { NUMBER($rows) } rows are selected, the most that can be selected at once. Press Ctrl+A to select all that match.

# The boxes at the left, and their column’s head.
grid-check = Select
grid-check-all = Select all that match
grid-check-all-keys = Select all that match (Ctrl+A)
grid-check-none = Select none
grid-check-none-keys = Select none (Escape)
# A row’s box, as it is heard. $row is the end of the row’s tag, as “…000007”.
grid-checked = Selected: { $row }
grid-not-checked = Not selected: { $row }
# Said by a screen reader when the focus comes to a row.
grid-aria-select = Press Space to select this row
grid-aria-deselect = Press Space to deselect this row
grid-aria-loading = Row data is loading
grid-aria-failed = Row failed to load
# In the cells of a row that could not be read: very short.
grid-load-error = Error

# Cells.
grid-gone = No longer in these records
# Behind the tags of a cell, for screen readers only.
grid-tags = , { NUMBER($count) } in all
# What the search found in a column that is not in sight, beside the item: what stands there, and the column’s heading.
grid-found-in = { $words } ({ $column })
grid-on-hold = On hold
grid-flag-trade-sample = Trade sample
grid-flag-donation = Donation
grid-flag-testing-sample = Testing sample
# A value that will be another once the state has recorded what waits. Both are values as the cell shows them, or “blank”.
grid-will = will be { $will }, recorded { $recorded }
grid-will-title = Not recorded yet: will be { $will }, recorded { $recorded }
grid-report = Report
grid-finished = Finished
grid-finished-title = Finished. It leaves this list when you show what changed.

# What changed since the rows were read.
grid-news = { $records ->
    [one] { $records } record changed
   *[other] { $records } records changed
}
grid-news-show = Show
grid-news-title = Show them (Alt+N)
grid-news-spoken = { $records ->
    [one] { $records } record changed. Press Alt+N to show it.
   *[other] { $records } records changed. Press Alt+N to show them.
}

# A column’s head and its menu. $column is the column’s title.
grid-head-filtered = Filtered
grid-head-more = { $column }: sort, filter, pin
grid-menu = Column { $column }
grid-sort-text-up = Sort A to Z
grid-sort-text-down = Sort Z to A
grid-sort-number-up = Sort smallest first
grid-sort-number-down = Sort largest first
grid-sort-date-up = Sort oldest first
grid-sort-date-down = Sort newest first
grid-sort-flag-up = Sort “No” first
grid-sort-flag-down = Sort “Yes” first
grid-sort-flags-up = Sort unflagged first
grid-sort-flags-down = Sort flagged first
grid-sort-off = Sort off
grid-menu-filter = Filter…
grid-menu-filter-change = Change the filter…
grid-clear-filter = Clear the filter
grid-pin-left = Pin to the left
grid-pin-right = Pin to the right
grid-pin-off = Unpin
grid-menu-fit = Fit to contents
grid-menu-hide = Hide this column

# The menu of rows. $column is a column’s title, $value what the cell shows.
grid-copy-tags = { $tags ->
    [one] Copy { $tags } tag
   *[other] Copy { $tags } tags
}
grid-only = Only { $column } “{ $value }”
grid-only-blank = Only where { $column } is blank
grid-state-packages = See this license’s packages on the state’s site

# Columns: which are shown, and in which order.
grid-columns = Columns
grid-columns-find = Find a column
grid-columns-states = The state’s order
grid-columns-states-on = Show the columns that the state’s site shows, in its order
grid-columns-states-off = Go back to Trackside’s order
grid-columns-none = No column has “{ $search }” in its name.
grid-columns-moved = { $column } is now column { NUMBER($place) } of { NUMBER($of) }.
grid-columns-pin = Pin { $column } to the left
grid-columns-unpin = Unpin { $column }
grid-columns-keys = Alt+↑ and Alt+↓ move a column
grid-columns-reset = Reset
grid-columns-everywhere = Use everywhere
grid-columns-everywhere-title = Every tab and every license begins with these columns and this order; what each has of its own is forgotten.
grid-columns-everywhere-done = Every tab and license has these columns now.
grid-columns-everywhere-undone = Every tab and license has the columns again that it had before.
grid-columns-everywhere-undo = Undo “Use everywhere”
grid-columns-everywhere-undo-title = Every tab and license gets back the columns that it had.

# The panel of a column’s filter.
grid-filter = Filter { $column }
grid-filter-where = Show rows where it
grid-filter-where-is = Show rows where it is
grid-filter-value = Value
grid-filter-from = From
grid-filter-to = To
grid-filter-done = Done
grid-filter-number-wrong = Type a number, for example 12.5.
grid-filter-day-wrong = Choose a day, or type its month, day and year.
# Each goes on from “Show rows where it”.
grid-filter-contains = contains
grid-filter-not-contains = does not contain
grid-filter-exactly = is exactly
grid-filter-not = is not
grid-filter-starts = begins with
grid-filter-ends = ends with
grid-filter-blank = is blank
grid-filter-not-blank = is not blank
grid-filter-is = is
grid-filter-less = is less than
grid-filter-at-most = is at most
grid-filter-more = is more than
grid-filter-at-least = is at least
grid-filter-between = is between
grid-filter-on = is on
grid-filter-before = is before
grid-filter-until = is on or before
grid-filter-after = is after
grid-filter-since = is on or after
grid-filter-one-of = is one of
grid-filter-flagged = has a flag
grid-filter-not-flagged = has no flag

# The filters that hold, above the rows. $column is a column’s title, $value what the person typed.
grid-filters = Filters
# Where there is no room for them side by side: one button that opens them.
grid-filters-count = { NUMBER($filters) } filters
grid-filters-clear = Clear all
grid-chip-clear = Clear this filter
grid-chip-title = Clear: { $filter }
grid-chip-contains = { $column } contains “{ $value }”
grid-chip-not-contains = { $column } does not contain “{ $value }”
grid-chip-exactly = { $column } is exactly “{ $value }”
grid-chip-not-text = { $column } is not “{ $value }”
grid-chip-starts = { $column } begins with “{ $value }”
grid-chip-ends = { $column } ends with “{ $value }”
grid-chip-blank = { $column } is blank
grid-chip-not-blank = { $column } is not blank
grid-chip-flagged = Any flag
grid-chip-not-flagged = No flags
grid-chip-is = { $column } is { $value }
grid-chip-not = { $column } is not { $value }
grid-chip-less = { $column } is less than { $value }
grid-chip-at-most = { $column } is at most { $value }
grid-chip-more = { $column } is more than { $value }
grid-chip-at-least = { $column } is at least { $value }
grid-chip-between = { $column } is between { $from } and { $to }
grid-chip-on = { $column } is on { $value }
grid-chip-before = { $column } is before { $value }
grid-chip-until = { $column } is on or before { $value }
grid-chip-after = { $column } is after { $value }
grid-chip-since = { $column } is on or after { $value }
# $values is a list, as “Test passed or Test failed”.
grid-chip-one-of = { $column }: { $values }

# Copying.
grid-copied-cell = { $column } copied.
grid-copied-rows = { $rows ->
    [one] { $rows } row copied.
   *[other] { $rows } rows copied.
}
grid-copied-tags = { $tags ->
    [one] { $tags } tag copied.
   *[other] { $tags } tags copied.
}
grid-copy-too-many = All { NUMBER($rows) } rows are too many to copy. Export them instead.
grid-copy-failed = It could not be copied.

# Export to a file.
grid-export = Export
# Over the forms to choose from.
grid-export-selected = { $rows ->
    [one] Export { $rows } selected row
   *[other] Export { $rows } selected rows
}
grid-export-all = { $rows ->
    [one] Export the one row
   *[other] Export all { $rows } rows
}
grid-export-csv = CSV file
grid-export-xlsx = Excel workbook (XLSX)
grid-export-saving-packages = Saving packages
grid-export-saving-samples = Saving samples
grid-export-saving-transfers = Saving transfers
grid-export-saving-templates = Saving templates
grid-export-saving-listed = Saving the list
grid-export-stop = Stop, and leave no file
grid-export-written = Rows written
grid-export-progress = { NUMBER($done) } of { $total ->
    [one] { $total } row
   *[other] { $total } rows
}
grid-export-saved = { $rows ->
    [one] Saved { $file }, { $rows } row.
   *[other] Saved { $file }, { $rows } rows.
}
# What waits in the outbox: the file has what the state has recorded, not what will be.
grid-export-recorded = As the state has it, without what is not recorded yet
grid-export-pending = { $packages ->
    [one] As the state has it: what was reported on { $packages } package is not recorded yet and is not in it.
   *[other] As the state has it: what was reported on { $packages } packages is not recorded yet and is not in it.
}
grid-export-cut = { $cells ->
    [one] The text in cell { $names } is longer than Excel allows. It was cut and says so at its end.
   *[other] The texts in { NUMBER($cells) } cells are longer than Excel allows: { $names }. Each was cut and says so at its end.
}
grid-export-cut-more = { NUMBER($more) } more
grid-export-cut-cell = { $cell } ({ $column })
grid-export-cut-next = A CSV file has the whole text.
