# Words of the outbox: what waits, what was sent, what the state answered.

outbox-refused = { $count ->
    [one] { $count } refused
   *[other] { $count } refused
}
outbox-needs-you = { $count ->
    [one] { $count } needs you
   *[other] { $count } need you
}
outbox-next-try = Next try at { $time }
outbox-wrapped = Before: { $words }

# The page and its groups. A group's title stands on its tab with a number beside it, and as a chip on one report.
# $group is a group's title.
outbox-section = Outbox, { $group }
outbox-groups = Outbox
outbox-waiting = Waiting
outbox-waiting-list = Waiting reports
outbox-waiting-none = Nothing is waiting to be sent
outbox-waiting-none-more = What you report waits here until the state can take it. Without a connection it stays on this computer and is sent automatically later.
outbox-sending = Sending
outbox-sending-list = Reports being sent
outbox-sending-none = Nothing is being sent
outbox-sending-none-more = Reports are here for the moment that they are on their way to the state.
outbox-checking = Checking
outbox-checking-list = Reports being checked
outbox-checking-none = Nothing is being checked
outbox-checking-none-more = After a report is sent, Trackside reads it back from the state. It stays here until it is found there.
outbox-person = Needs you
outbox-person-list = Reports that need you
outbox-person-none = Nothing needs you
outbox-person-none-more = Where Trackside cannot find out whether the state recorded a report, or the state no longer holds what you saw when you reviewed it, nothing is sent. You are asked here, with what is known side by side.
outbox-denied = Refused
outbox-denied-list = Refused reports
outbox-denied-none = Nothing was refused
outbox-denied-none-more = Reports that the state refused are listed here with its answer. You can edit them and send them again.
outbox-done = Done
outbox-done-list = Reports that are done
outbox-done-none = Nothing done since you last cleared this list
outbox-done-none-more = Reports that the state recorded stay here until you clear them. The audit keeps them for good.

# Pieces of one list of counts, as “2 need you, 1 refused, 5 waiting”.
outbox-waiting-count = { $count ->
    [one] { $count } waiting
   *[other] { $count } waiting
}
outbox-under-way-count = { $count ->
    [one] { $count } being reported
   *[other] { $count } being reported
}
outbox-done-count = { $count ->
    [one] { $count } done
   *[other] { $count } done
}
outbox-nothing-open = Nothing is open
# Behind that list. $span is a time span, as “3 h 12 min”.
outbox-oldest-due = the oldest is due in { $span }
outbox-oldest-overdue = the oldest is overdue by { $span }

# A report’s 24 hours.
outbox-due = due { $time }
outbox-overdue = overdue by { $span }
outbox-due-by = To be reported by { $time } (24 hours, 4 CCR 15049)
outbox-span-moment = under 1 min
outbox-span-minutes = { NUMBER($minutes) } min
outbox-span-hours = { NUMBER($hours) } h
outbox-span-hours-minutes = { NUMBER($hours) } h { NUMBER($minutes) } min
outbox-span-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
outbox-next-try-soon = Next try in a moment

# The list.
outbox-opening = Opening…
outbox-select = Select
outbox-select-all = Select all
outbox-column-report = Report
outbox-column-standing = Where it stands
outbox-column-ended = How it ended
outbox-column-due = Due
outbox-column-since = Since
outbox-column-queued = Queued

# How a report ended, as a chip.
outbox-ended-recorded = Recorded
outbox-ended-already-so = Was already so
outbox-ended-withdrawn = Withdrawn
outbox-ended-replaced = Replaced by an edit
outbox-ended-decided = Settled by you
outbox-ended = Over

# Above the list: what is done with what is selected.
outbox-selecting = Selecting…
outbox-selected = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
}
outbox-deselect = Deselect
outbox-withdraw-some = Withdraw { NUMBER($count) }
outbox-withdraw-ask = { $count ->
    [one] Withdraw { $count } report?
   *[other] Withdraw { $count } reports?
}
outbox-withdraw-ask-more = They are not sent, and the state has no record of them. What is already on its way by then is not stopped.
outbox-withdraw-act = Withdraw them
outbox-withdrawn = { $count ->
    [one] { $count } report withdrawn. It was not sent to the state.
   *[other] { $count } reports withdrawn. None of them was sent to the state.
}
outbox-clear-some = Clear { NUMBER($count) }
outbox-clear-ask = { $count ->
    [one] Clear { $count } refused report?
   *[other] Clear { $count } refused reports?
}
outbox-clear-ask-more = The state recorded none of them. Once cleared they are out of the way: they can no longer be edited and sent again from here. The audit keeps them.
outbox-clear-act = Clear them
outbox-clear-done = Clear all done
outbox-cleared = { $count ->
    [one] { $count } report cleared.
   *[other] { $count } reports cleared.
}
outbox-keep = Keep them
outbox-unchanged = Nothing was changed.
# Why some were left as they are. $reason is a sentence.
outbox-left = { $count ->
    [one] { $count } report: { $reason }
   *[other] { $count } reports: { $reason }
}
outbox-export = Export audit…

# Below the list: why nothing leaves.
outbox-checking-title = We do not know yet whether the state recorded these.
outbox-checking-more = We are checking; please do not enter them again.
outbox-held-safe = Everything here is saved on this computer and is sent automatically.
outbox-held-next-try = Next try at { $time }.
outbox-held-next-try-soon = Next try in a moment.
outbox-send-now = Send now
outbox-trying = Trying…
outbox-past-due = { $count ->
    [one] { $count } report is past the 24 hours in which the state wants it.
   *[other] { $count } reports are past the 24 hours in which the state wants them.
}
outbox-past-due-more = They are sent as soon as possible. If you report one on the state’s site instead, withdraw it here first.

# One report’s story. $report is its number.
outbox-story = Report { $report }
outbox-story-close = Close the story (Escape)
outbox-story-reading = Reading the story…
outbox-story-happened = What happened
outbox-story-safe = Is my work safe
outbox-story-now = What now
outbox-story-said = The state said
# Behind the time that is left.
outbox-story-24-hours = (24 hours)
outbox-story-queued = Queued { $time } by { $who }
outbox-story-acts = What you can do

outbox-facts = The facts side by side
outbox-facts-what = What
outbox-facts-before = Before
outbox-facts-reported = As reported
outbox-facts-now = The state has now
# Read aloud where a fact is empty.
outbox-facts-nothing = nothing

# What can be done with one report: a button, and beside it what it does.
outbox-act-recorded = It was recorded
outbox-act-recorded-does = You saw it in the state’s record. Nothing more is sent.
outbox-act-again = Send again…
outbox-act-again-does = You made sure that the state has no record of it. It is sent once more.
outbox-act-look = Look again
outbox-act-look-does = Reads the state’s record once more. Sends nothing.
outbox-act-edit = Edit and resend…
outbox-act-edit-waiting-does = The edited report takes the place of this one.
outbox-act-edit-refused-does = Change what the state did not accept. The edited report takes the place of this one.
outbox-act-withdraw = Withdraw
outbox-act-withdraw-waiting-does = It is not sent, and the state has no record of it.
outbox-act-withdraw-moved-does = Gives it up. Nothing of it is sent.
outbox-act-withdraw-does = Gives it up. It is not sent again.
outbox-act-clear = Clear
outbox-act-clear-does = Puts it out of the way. The audit keeps it.
outbox-again-title = Send it again?
outbox-again-act = Send again
outbox-again-keep = Do not send
outbox-again-twice = If the state did record it the first time, it will be recorded twice, and that can be put right only with the state.
outbox-again-look = Look at the package on the state’s site first if you are not sure.

# Other reports that a report has to do with. $report is a button: outbox-link-report.
outbox-links = Other reports
outbox-link-waits = Waits for { $report }
outbox-link-replaces = Took the place of { $report }
outbox-link-replaced = Replaced by { $report }
outbox-link-report = report { $report }

# The requests that carried a report.
outbox-attempts = Requests to the state
outbox-attempts-count = { $count ->
    [one] { $count } request to the state
   *[other] { $count } requests to the state
}
outbox-attempt-status = HTTP { $status }
outbox-attempt-seconds = { $seconds } s
outbox-attempt-others = { $count ->
    [one] with { $count } other report
   *[other] with { $count } other reports
}
# Each stands on a line of its own, with what it announces below it.
outbox-attempt-answer = The state’s answer:
outbox-attempt-hash = SHA-256 of the body:
outbox-events = What happened to it
outbox-events-title = From the beginning
outbox-body = Exactly what is sent to the state
outbox-body-copy = Copy what is sent

# After working without a connection. $parts is a list, as “38 were recorded, 1 was refused”.
outbox-summary = After working without a connection
outbox-summary-waited = { $count ->
    [one] While there was no connection, { $count } report waited: { $parts }.
   *[other] While there was no connection, { $count } reports waited: { $parts }.
}
outbox-summary-recorded = { $count ->
    [one] { $count } was recorded
   *[other] { $count } were recorded
}
outbox-summary-refused = { $count ->
    [one] { $count } was refused
   *[other] { $count } were refused
}
outbox-summary-show = Show

# The window was asked to close while reports wait.
outbox-quit-title = Close Trackside?
outbox-quit-waiting = { $count ->
    [one] { $count } report is waiting to be sent. It is saved on this computer and will be sent when Trackside starts again.
   *[other] { $count } reports are waiting to be sent. They are saved on this computer and will be sent when Trackside starts again.
}
outbox-quit-stay = Stay
outbox-quit-close = Close anyway

# The audit’s export.
outbox-audit-title = Export the audit
outbox-audit-lead = Who did what and when, what was sent to the state, and what came back, as a CSV file.
outbox-audit-from = From
outbox-audit-to = To
# How a day is typed where the system offers no calendar.
outbox-audit-day-form = YYYY-MM-DD
outbox-audit-no-day = Enter a day as YYYY-MM-DD.
outbox-audit-order = The last day must not be before the first.
outbox-audit-days = Both days are included, in California’s time.
outbox-audit-save = Save the file…
outbox-audit-saving = Saving…
outbox-audit-stop = Stop, and leave no file
outbox-audit-lines = Lines written
outbox-audit-progress = { $total ->
    [one] { NUMBER($done) } of { $total } line
   *[other] { NUMBER($done) } of { $total } lines
}
outbox-audit-saved = { $count ->
    [one] Saved { $file }, { $count } line.
   *[other] Saved { $file }, { $count } lines.
}
