# Reading from the state: the indicator in the bottom bar, its panel, and why a grid is empty.

# The indicator. $time is a clock of today or a day with its clock; it may stand anywhere in a sentence.
sync-sync = Sync
sync-indicator-title = What is read from the state and reported to it
sync-nothing = No license loaded
sync-up-to-date = Up to date { $time }
# Where some lists may not be read with these keys: nothing is known of them.
sync-up-to-date-in-part = Up to date in part { $time }
# $standing is one of the two above, $lists are names: “Employees and Drivers”.
sync-except = { $standing }, except { $lists }
sync-except-many = { $count ->
    [one] { $standing }, except { $count } list
   *[other] { $standing }, except { $count } lists
}
sync-updating = Updating
sync-updating-part = Updating { NUMBER($percent) }%
sync-offline = Offline, data from { $time }
sync-offline-nothing = Offline, nothing loaded yet
sync-offline-waiting = Offline, { NUMBER($count) } waiting
sync-waiting = Waiting for the state until { $time }
# $reason is what a person has to do, without a period.
sync-needs-you = Needs you: { $reason }
sync-needs-you-reports = Needs you ({ NUMBER($count) })
sync-needs-you-blocked = Needs you: reports cannot reach the state, { NUMBER($count) } waiting
sync-stopped = Stopped
# $standing is one of the lines “Up to date …” above.
sync-and-waiting = { $standing }, { NUMBER($count) } waiting
sync-and-reporting = { $standing }, { NUMBER($count) } being reported

# Beside the indicator: how old what is shown is. $age is “22 min”.
sync-age = Data { $age } old
# Where the indicator says only that it is offline.
sync-age-from = Data from { $time }
sync-age-unknown = First load not finished
sync-read-whole = Fully read { $time }

# Said aloud when reports need somebody or are refused.
sync-said-needs-you = { $count ->
    [one] A report needs you.
   *[other] { $count } reports need you.
}
sync-said-refused = { $count ->
    [one] The state refused a report.
   *[other] The state refused { $count } reports.
}

# The panel.
sync-stop = Stop
sync-now = Sync now
sync-all-licenses = All licenses
sync-next-check = Next check { $time }
sync-outbox = Outbox
sync-outbox-nothing = nothing waiting to be reported
sync-outbox-open = Open the Outbox
sync-demo-reset-menu = Reset the demo state…

# How a license of the panel stands.
sync-state-never = Not loaded yet
sync-state-loading = First load
sync-state-updating = Updating
sync-state-ready = Up to date
sync-state-partly = Partial
sync-state-failed = Not updated
sync-state-stopped = Stopped
sync-state-keyless = Needs its keys
sync-state-shut = Keys not available
sync-state-offline = Offline

# How far each kind of record is.
sync-kinds-done = { NUMBER($done) } of { NUMBER($all) } kinds done
sync-all-done = All done
sync-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
sync-done-of = { NUMBER($done) } of { NUMBER($total) }
sync-done-of-days = { NUMBER($done) } of { NUMBER($total) } days
sync-kind-waiting = Waiting
# $kinds are names: “Employees, Locations”.
sync-could-not-read = Could not be read: { $kinds }
sync-left-out = Left out: { $kinds }

# How much the state is asked, for the license that is asked for most. $calls is “412 of 3,000”.
sync-calls-title = Calls to the state
sync-calls = Calls for { $license }: { $calls } in the last minute
sync-calls-of = { NUMBER($count) } of { NUMBER($allowed) }
sync-calls-most = the most of { NUMBER($licenses) } licenses
sync-calls-none = No calls to the state in the last minute
sync-calls-waiting = { NUMBER($count) } waiting for their turn
sync-calls-pause = The state asked for a pause. Trackside continues by itself at { $time }.
sync-calls-paused = { $count ->
    [one] The state asked for a pause once since Trackside started.
   *[other] The state asked for a pause { $count } times since Trackside started.
}

# The first load, where the grid is still empty.
sync-first-load = First load
sync-first-load-title = Loading from the state
sync-first-load-order = The newest records come first. The grid shows them as soon as there are any, and you can work in the meantime.
sync-first-load-pause = The state asked for a pause. Loading continues by itself at { $time }.
sync-first-load-stop = Stop loading

# Why a grid is empty. $licenses are names: “Alder Street Dispensary and Foothill Analytics”.
sync-empty-offline = No connection yet
sync-empty-offline-meaning = Nothing has been read from the state for { $licenses } so far, so there is nothing to show without a connection. Trackside loads it by itself as soon as it can.
sync-empty-offline-check = Check the network cable or the wireless connection. Your keys are kept.
sync-empty-stopped = The first load was stopped
sync-empty-stopped-meaning = What was loaded so far is kept, and loading continues from there.
sync-empty-resume = Resume loading
sync-empty-not-permitted = These keys may not read this
sync-empty-not-permitted-meaning = Ask whoever manages your license’s users on the state’s site for the permission. Then make a new user key: a key keeps the permissions of the day it was made.
sync-empty-not-given = The state did not return this list
sync-empty-try = Try now

# The question before the demo state is reset.
sync-demo-reset-title = Reset the demo state?
sync-demo-reset = Reset the demo state
sync-demo-resetting = Resetting…
sync-demo-reset-meaning = The six made-up licenses go back to how they were at the beginning, and are loaded again.
sync-demo-reset-safe = Licenses of your own that are connected are not affected, and nothing changes at the state.
