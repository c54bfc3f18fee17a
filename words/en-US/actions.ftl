# Words of the actions on packages: their forms, their reviews, and the notice of what was queued.

# On buttons and in menus; with … where something is asked first.
actions-finish = Finish
actions-unfinish = Unfinish
actions-adjust = Adjust…
actions-location = Location…
actions-note = Note…
actions-item = Item…
# What each of these does, in the list of commands.
actions-adjust-title = Adjust the quantity
actions-location-title = Change the location
actions-note-title = Change the note
actions-item-title = Change the item
# Other words by which an action is found among the commands, with commas between them.
actions-finish-also = close, done
actions-unfinish-also = reopen
actions-adjust-also = quantity, waste, damage
actions-location-also = move, room
actions-note-also = comment
actions-item-also = product, rename
# Titles of the form for one package. $tag is the tag’s end, as “…000007”.
actions-finish-one = Finish package { $tag }
actions-unfinish-one = Unfinish package { $tag }
actions-adjust-one = Adjust the quantity of package { $tag }
actions-location-one = Change the location of package { $tag }
actions-note-one = Change the note of package { $tag }
actions-item-one = Change the item of package { $tag }
# Titles of the form for as many packages.
actions-finish-many = { $count ->
    [one] Finish { $count } package
   *[other] Finish { $count } packages
}
actions-unfinish-many = { $count ->
    [one] Unfinish { $count } package
   *[other] Unfinish { $count } packages
}
actions-adjust-many = { $count ->
    [one] Adjust the quantity of { $count } package
   *[other] Adjust the quantity of { $count } packages
}
actions-location-many = { $count ->
    [one] Change the location of { $count } package
   *[other] Change the location of { $count } packages
}
actions-note-many = { $count ->
    [one] Change the note of { $count } package
   *[other] Change the note of { $count } packages
}
actions-item-many = { $count ->
    [one] Change the item of { $count } package
   *[other] Change the item of { $count } packages
}
# Why nothing can be done in a tab.
actions-not-on-hold = Nothing can be done to packages on hold until the hold is lifted.
actions-not-in-transit = Nothing can be done to packages in transit until they are received.
actions-not-transferred = These packages are at another license now.

# The dialog around a form and its review.
actions-opening = Opening…
actions-checking = Checking…
actions-checking-packages = { $count ->
    [one] Checking { $count } package…
   *[other] Checking { $count } packages…
}
actions-look-again = Check again
actions-review = Review
actions-back = Back
actions-one-moment = One moment…
actions-left-out-count = { $count ->
    [one] { $count } package left out
   *[other] { $count } packages left out
}
actions-queue = { $count ->
    [one] Queue { $count } report
   *[other] Queue { $count } reports
}
# The same while it is not known yet how many.
actions-queue-checking = Queue …
actions-queue-nothing = Nothing to queue

# Fields of the forms, and what is wrong with what stands in them.
actions-date = Date
actions-date-wrong = Enter a day with its month, day and year.
actions-date-future = This day is in the future. Choose today or an earlier day.
actions-location-field = Location
actions-location-missing = Choose a location.
actions-location-not-found = No location has this name.
actions-locations-not-read = No locations have been read yet. They come with the next sync.
actions-sublocation = Sublocation (optional)
actions-item-field = Item
actions-item-missing = Choose an item.
actions-item-not-found = No item has this name.
actions-items-not-read = No items have been read yet. They come with the next sync.
actions-note-field = Note
actions-note-hint = This replaces the note that is there. Leave it empty to remove the note.
actions-note-optional = Note (optional)
actions-note-required = Note (required)
actions-note-missing = This reason needs a note.
actions-note-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
actions-note-over = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
actions-note-too-long = { $count ->
    [one] The note is { $count } character too long.
   *[other] The note is { $count } characters too long.
}
# How an adjustment is meant: by how much the quantity changes, or what it is set to.
actions-quantity = Quantity
# What the package holds when the form is opened. $amount is an amount with its unit, as “10 ea”.
actions-now = Now { $amount }
actions-quantity-by = Change by
actions-quantity-to = Set to
actions-amount-by = Change by
actions-amount-to = New quantity
actions-amount-missing = Enter an amount.
actions-amount-below-zero = The new quantity cannot be below zero.
actions-amount-minus = A minus sign subtracts, for example -2.5.
actions-amount-unit = In the package’s own unit.
actions-amount-units = In each package’s own unit.
actions-reason = Reason
actions-reason-choose = Choose a reason
actions-reason-missing = Choose a reason.
actions-reasons-not-read = The state’s reasons have not been read yet. They come with the next sync.
# $reason is one of the state’s reasons, as it calls it.
actions-reason-with-note = { $reason } (needs a note)
actions-pick-type = Type part of the name
actions-pick-show = Show: { $field }

# The review: what will happen to what.
actions-blank = blank
actions-becomes = becomes
actions-totals = Quantity by unit, of the packages that can be queued
actions-totals-unit = Unit
actions-totals-packages = Packages
actions-totals-before = Quantity now
actions-totals-after = Afterward
actions-part-out = Left out
actions-part-warned = Look at these
actions-part-ready = To be queued
actions-line-out = Left out
actions-line-warned = Look at this
actions-show-more = Show { NUMBER($count) } of { NUMBER($rest) } more
actions-show-all = Show all { NUMBER($count) }
actions-changed-title = Something changed while you were looking. Nothing was queued; this is how it stands now.
actions-changed-same = What you see here is the same as before. Queue it if it is still right.
# What is different since the person looked. $tag is the tag’s end, as “…000007”.
actions-changed-new = { $tag } is new here.
actions-changed-can = { $tag } can be queued now.
actions-changed-cannot = { $tag } can no longer be queued.
# Both are amounts or names, or “blank”.
actions-changed-value = { $tag } was { $before } and is now { $after }.
actions-changed-gone = { $tag } is no longer in these records.
actions-changed-rest = { $count ->
    [one] { $count } more package changed as well.
   *[other] { $count } more packages changed as well.
}

# The notice of what was queued. $sentence says what it does: “2 packages will be finished.”
actions-queued = Queued: { $sentence }
actions-undo = Undo
actions-undone = { $count ->
    [one] { $count } report undone. It was not sent.
   *[other] { $count } reports undone. None of them was sent.
}
actions-undone-none = Nothing was undone.
# $why is a sentence.
actions-undone-not = { $count ->
    [one] { $count } report could not be undone. { $why } The Outbox shows what happens to it.
   *[other] { $count } reports could not be undone. { $why } The Outbox shows what happens to them.
}
actions-gone-out = { $count ->
    [one] It has left for the state. The Outbox shows what happens to it.
   *[other] All have left for the state. The Outbox shows what happens to them.
}
# What became of it. $why is what the state said, without a period.
actions-denied = { $count ->
    [one] The state refused it: { $why }.
   *[other] The state refused { $count } of these reports. The last one: { $why }.
}
actions-recorded = { $count ->
    [one] The state recorded the report.
   *[other] The state recorded { $count } reports.
}
