# Words of reports: reviews, what became of them, the audit, exports.

# Why nothing can be sent at all.
reports-off = Reports cannot leave this computer at the moment: Trackside’s record of your work cannot be used. Nothing is lost, and what waits is sent once it can be.
reports-off-because = Reports cannot leave this computer at the moment: Trackside’s record of your work cannot be used. Nothing is lost, and what waits is sent once it can be. ({ $why })
reports-off-next = Trackside tries again by itself every few seconds.
reports-off-next-after = { $next } Trackside tries again by itself every few seconds.
reports-off-queue-next = Nothing was queued. Trackside tries again by itself; then try this again.

# Why reports wait.
reports-held-stalled = Nothing can be saved on this computer, so nothing is sent. What was saved before is safe. ({ $why })
reports-held-offline = There is no connection to the state. The reports wait on this computer and go by themselves.
reports-held-between = Something between this computer and the state is in the way, such as a web filter or a proxy. The reports wait on this computer and go by themselves once it is gone.
reports-held-keys = The state does not accept the keys of an account. Check them; the reports wait.
reports-held-asked = The state asked us to wait a little. The reports go on by themselves.
reports-held-state-fails = The state’s system is not working. We try again by ourselves.

# A notification of the system’s. $action: what the report does, in words.
reports-notice-one = A report needs you
reports-notice-many = { $count ->
    [one] { $count } report needs you
   *[other] { $count } reports need you
}
reports-notice-body = Nothing more is sent of them until you decide. The Outbox shows why.

# Commands of the Outbox.
reports-none-chosen = No report is chosen, so nothing was changed.
reports-none-chosen-next = Choose a report.
reports-too-many = { NUMBER($count) } reports are more than one command may carry. Nothing was changed.
reports-too-many-next = Choose at most { NUMBER($most) }.
reports-not-there = This report is not in the outbox.
reports-not-there-next = Open the Outbox again.

# A line of a report’s history.
reports-event-queued = Queued on this computer.
reports-event-sent = Sent to the state.
reports-event-accepted = The state accepted it.
reports-event-refused = The state refused it.
reports-event-confirmed = Read back: the state recorded it.
reports-event-already-so = The state already had it so; nothing was sent.
reports-event-answer-lost = No answer came that tells whether the state recorded it.
reports-event-answered-by-another = Something between this computer and the state answered in its place; whether it was recorded is being checked.
reports-event-not-recorded = It did not reach the state; it waits again.
reports-event-proven-not-recorded = Read back: the state recorded nothing; it waits to be sent again.
reports-event-keeps-failing = The state failed at it time and again; a person decides.
reports-event-sent-with-a-refused-one = Another report of the same request was refused; this one is being checked.
reports-event-may-not-be-read = The keys may not read the state’s record of it.
reports-event-a-person-must-decide = What can be read does not settle whether it was recorded; a person decides.
reports-event-the-state-moved = The state did not hold what was seen at the review, so nothing was sent; a person decides.
reports-event-interrupted = Trackside closed while it was being sent; it is being checked.
reports-event-an-older-copy = An older copy of Trackside’s file took its place; it is being checked.
reports-event-blocked = Another report that it comes after is stuck; it waits for that one.
reports-event-free-again = The report that it waited for is settled; it goes on.
reports-event-edited = An edit took its place.
reports-event-withdrawn = Withdrawn.
reports-event-given-up = Given up and cleared from the Outbox.
reports-event-decided-recorded = Decided: it was recorded.
reports-event-decided-send-as-meant = Decided: send it as it was meant.
reports-event-decided-send-again = Decided: send again.
reports-event-decided-look-again = Decided: look again.

# $what: a kind of line that this version does not know.
reports-event-other = Unknown: { $what }

# How a request to the state ended.
reports-ended-accepted = The state accepted it.
reports-ended-refused = The state refused it; nothing of it was recorded.
reports-ended-asked = The state asked us to wait; nothing was recorded.
reports-ended-key-refused = The state does not accept the keys; nothing was recorded.
reports-ended-not-sent = No connection came about; nothing left this computer.
reports-ended-blocked = Something between this computer and the state let no connection come about; nothing left this computer.
reports-ended-foreign = Something between this computer and the state answered; that does not tell whether it was recorded.
reports-ended-lost = It was sent, and no answer came that tells whether it was recorded.
reports-ended-unknown = How it ended is not known: Trackside closed while it was on its way, or it is on its way now.

# What is known of a report, side by side: a label, what was there before, what was wanted, what the state holds now.
reports-fact-finished = Finished
reports-fact-quantity = Quantity
reports-fact-location = Location
reports-fact-note = Note
reports-fact-item = Item
reports-fact-yes = yes
reports-fact-no = no
reports-fact-as-before = as before
reports-fact-may-not-read = your key may not read it

# The kind of a report and how it stands, in the row of its package. $more: how many other reports of it wait.
reports-row = { $kind }: { $state }
reports-row-more = { $kind }: { $state } (and { NUMBER($more) } more)
reports-row-offline = waits for a connection
reports-row-between = waits until nothing stands between this computer and the state
reports-row-state-fails = waits until the state’s system works again
reports-row-asked = waits, as the state asked
reports-row-keys = waits for keys that the state accepts
reports-row-turn = waits for its turn
reports-row-blocked = waits for another report that is stuck
reports-row-sending = on its way to the state
reports-row-accepted = accepted; being read back
reports-row-unknown = being checked; please do not enter it again
reports-row-needs-you = needs you
reports-row-refused = refused by the state
reports-row-recorded = recorded; the list is being brought up to date
reports-row-withdrawn = withdrawn
reports-row-replaced = replaced by an edit

# Where the state does not hold what a person saw at the review. $at: when that was; $copy and $state: amounts with their unit; $by: a change, as “+3.5 Grams”. In $was and $is stands reports-moved-text or reports-moved-nothing.
reports-moved-counted = You counted { $to } at { $at }, when the copy said { $copy }. The state now holds { $state }.
reports-moved-changed = You reviewed a change of { $by } at { $at }, when the copy said { $copy }. The state now holds { $state }.
reports-moved-finish = The package was empty when you reviewed this at { $at }. The state now holds { $state }.
reports-moved-location = The package was in { $was } when you reviewed this at { $at }. The state now has it in { $is }.
reports-moved-note = The note said { $was } when you reviewed this at { $at }. The state’s note now says { $is }.
reports-moved-item = The item was { $was } when you reviewed this at { $at }. The state now has { $is }.
reports-moved-text = “{ $text }”
reports-moved-nothing = nothing
reports-moved-unknown-amount = an amount that is not known

# What a person can answer to that: the words on the choice, then what it does.
reports-choice-adjust = Send { $by } as it was meant
reports-choice-adjust-too-much = That is more than the state holds, so the state will refuse it.
reports-choice-adjust-leaves = Sends the change as you reviewed it. The package then holds { $left }.
reports-choice-adjust-does = Sends the change as you reviewed it.
reports-choice-set = Make it { $to } now
reports-choice-set-does = Sends { $by } instead, in place of this report.
reports-choice-finish = Finish it anyway
reports-choice-finish-does = The state usually refuses to finish a package that is not empty. Adjust or sell it first.
reports-choice-location = Move it anyway
reports-choice-location-does = The package will be in { $to }.
reports-choice-note-remove = Remove the note anyway
reports-choice-note-remove-does = The note that is there now is lost.
reports-choice-note = Replace the note anyway
reports-choice-note-does = The note will say { $note }. The one that is there now is lost.
reports-choice-item = Change the item anyway
reports-choice-item-does = The item will be { $item }.

# The audit of a period as CSV: what is wrong with the period, and the columns’ headings.
reports-audit-backward = The period ends before it begins. Nothing was written.
reports-audit-backward-next = Choose a first day that is not after the last.
reports-audit-utc = Time (UTC)
reports-audit-california = Time (California)
reports-audit-who = Who
reports-audit-license = License
reports-audit-about = Package or Receipt
reports-audit-report = Report
reports-audit-action = Action
reports-audit-what = What Happened
reports-audit-request = Request
reports-audit-status = HTTP Status
reports-audit-sent = Sent
reports-audit-came-back = Came Back

# The review sheet of an action. $count: packages.
reports-review-finish = { $count ->
    [one] Finish { $count } package
   *[other] Finish { $count } packages
}
reports-review-unfinish = { $count ->
    [one] Unfinish { $count } package
   *[other] Unfinish { $count } packages
}
reports-review-adjust = { $count ->
    [one] Adjust { $count } package
   *[other] Adjust { $count } packages
}
reports-review-location = { $count ->
    [one] Move { $count } package
   *[other] Move { $count } packages
}
reports-review-note = { $count ->
    [one] Change the note of { $count } package
   *[other] Change the note of { $count } packages
}
reports-review-item = { $count ->
    [one] Change the item of { $count } package
   *[other] Change the item of { $count } packages
}

# What will happen. $date: a day in words; $amount: without a sign and without a unit; $reason: the state’s reason.
reports-promise-finish = { $count ->
    [one] { $count } package will be finished, dated { $date }.
   *[other] { $count } packages will be finished, dated { $date }.
}
reports-promise-unfinish = { $count ->
    [one] { $count } package will be unfinished and active again.
   *[other] { $count } packages will be unfinished and active again.
}
reports-promise-lose = { $count ->
    [one] { $count } package loses { $amount }, for the reason “{ $reason }”, dated { $date }.
   *[other] { $count } packages lose { $amount } each, in its own unit, for the reason “{ $reason }”, dated { $date }.
}
reports-promise-gain = { $count ->
    [one] { $count } package gains { $amount }, for the reason “{ $reason }”, dated { $date }.
   *[other] { $count } packages gain { $amount } each, in its own unit, for the reason “{ $reason }”, dated { $date }.
}
reports-promise-hold = { $count ->
    [one] { $count } package will hold { $amount }, for the reason “{ $reason }”, dated { $date }.
   *[other] { $count } packages will hold { $amount } each, in its own unit, for the reason “{ $reason }”, dated { $date }.
}
reports-promise-location = { $count ->
    [one] { $count } package will be moved to { $place }, dated { $date }.
   *[other] { $count } packages will be moved to { $place }, dated { $date }.
}
reports-promise-note-removed = { $count ->
    [one] The note of { $count } package will be removed.
   *[other] The note of { $count } packages will be removed.
}
reports-promise-note = { $count ->
    [one] The note of { $count } package will be “{ $note }”.
   *[other] The note of { $count } packages will be “{ $note }”.
}
reports-promise-item = { $count ->
    [one] The item of { $count } package will be { $item }.
   *[other] The item of { $count } packages will be { $item }.
}
# The note that goes with an adjustment, as typed.
reports-review-noted = With the note “{ $note }”.
reports-if-moved = { $count ->
    [one] If the state holds another quantity by the time this goes, you are asked before anything is sent.
   *[other] Where the state holds another quantity by the time it goes, you are asked before anything is sent.
}

# Packages that the action is not done for.
reports-left-out-finish = { $count ->
    [one] { $count } package cannot be finished; it is left out.
   *[other] { $count } packages cannot be finished; they are left out.
}
reports-left-out-unfinish = { $count ->
    [one] { $count } package cannot be unfinished; it is left out.
   *[other] { $count } packages cannot be unfinished; they are left out.
}
reports-left-out-adjust = { $count ->
    [one] { $count } package cannot be adjusted; it is left out.
   *[other] { $count } packages cannot be adjusted; they are left out.
}
reports-left-out-location = { $count ->
    [one] { $count } package cannot be moved; it is left out.
   *[other] { $count } packages cannot be moved; they are left out.
}
reports-left-out-change = { $count ->
    [one] { $count } package cannot be changed; it is left out.
   *[other] { $count } packages cannot be changed; they are left out.
}
reports-review-warned = { $count ->
    [one] { $count } package carries a warning and can be queued anyway.
   *[other] { $count } packages carry a warning and can be queued anyway.
}
reports-review-licenses = They are in the books of { NUMBER($count) } licenses.
reports-review-behind = { $count ->
    [one] For { $count } package other reports are not recorded yet; this goes after them.
   *[other] For { $count } packages other reports are not recorded yet; this goes after them.
}
reports-review-edit = This takes the place of the report that you are editing.
reports-review-offline = There is no connection now: the reports wait on this computer and go by themselves.

# What changes of a package, before or after.
reports-cell-finished-on = Finished { $date }
reports-cell-finished = Finished
reports-cell-active = Active
reports-cell-no-location = No location
reports-cell-no-note = No note

# Why an action is not done for a package.
reports-package-unknown = Package { $tag } is not in the local copy of these books any more.
reports-package-discontinued = Package { $tag } was discontinued. Nothing can be done to it.
reports-package-in-transit = Package { $tag } is in transit. It can be changed once it arrives.
reports-package-transferred = Package { $tag } was transferred and is no longer in these books.
reports-late = This is reported later than the 24 hours that California gives. It is queued anyway.

# An amount written in another unit. $own: the package’s; $typed: the one that was written; $amount: as written; $converted: the same amount in the package’s unit.
reports-other-unit = Package { $tag } is measured in { $own }, and { $amount } { $typed } was written. Write the amount in { $own }.
reports-other-unit-converted = Package { $tag } is measured in { $own }, and { $amount } { $typed } was written; in { $own } it is { $converted }. Write the amount in { $own }.
reports-already-there = Package { $tag } is already in { $place }.
reports-already-item = Package { $tag } already has the item { $item }.
reports-already-no-note = Package { $tag } already has no note.
reports-already-note = Package { $tag } already has this note.

# What is wrong with an action’s form. $why: why an amount cannot be read, within a sentence.
reports-amount-missing = The amount is missing. Nothing was queued.
reports-amount-unreadable = The amount “{ $typed }” cannot be read: { $why }. Nothing was queued.
reports-amount-next = Write the amount as a plain number, for example 3.5.
reports-field-note = The note
reports-field-location = The location
reports-field-sublocation = The sublocation
reports-field-item = The item
reports-no-reason = No reason is chosen. Nothing was queued.
reports-no-reason-next = Choose a reason.
reports-no-location = No location is chosen. Nothing was queued.
reports-no-location-next = Choose a location.
reports-no-item = No item is chosen. Nothing was queued.
reports-no-item-next = Choose an item.
reports-no-such-reason = “{ $name }” is not one of the state’s reasons. Nothing was queued.
reports-no-such-reason-next = Choose a reason from the list.

# Why nothing can be reviewed or queued.
reports-nothing-to-choose = No license is chosen, so there is nothing to choose from.
reports-nothing-to-choose-next = Choose a package.
reports-no-package = No package is chosen, so there is nothing to do.
reports-no-package-next = Choose at least one package.
reports-edit-is-for-one = An edit is for one package. Nothing was queued.
reports-edit-is-for-one-next = Choose the action on the other packages by itself.
reports-edit-gone = The report to edit is not waiting any more. Nothing was queued.
reports-look-in-outbox = Look at it in the Outbox.
reports-too-many-packages = { NUMBER($count) } packages are more than one action may be for. Nothing was queued.
reports-too-many-packages-next = Filter the list to at most { NUMBER($most) } packages, or choose rows.
reports-review-gone = This review is not open any more. Nothing was queued.
reports-review-gone-next = Choose the action again.
reports-review-empty = Nothing of this review can be queued.
reports-review-empty-next = Read the reasons, then choose other packages.

# $why: a sentence that says why one report was refused.
reports-queue-refused = { $why } Nothing was queued.
reports-stale = { $count ->
    [one] { $count } package has changed since you looked at the review. Nothing was queued.
   *[other] { $count } packages have changed since you looked at the review. Nothing was queued.
}
reports-overtaken = Another report for one of these packages was queued or withdrawn since you looked at the review. Nothing was queued.
reports-review-again = Look at the review again.

# One license’s reports are queued, another’s are not. $why: a sentence that says why.
reports-half-done = { $count ->
    [one] { $count } report of the other licenses was queued and is safe. Those of { $license } were not: { $why }
   *[other] { $count } reports of the other licenses were queued and are safe. Those of { $license } were not: { $why }
}
