# Moments, ages and spans. The clock is California's; `PT` stands behind it where the computer's is another.

# $month is the number of the month; $day and $year are figures.
time-day = { $month ->
    [1] Jan { $day }, { $year }
    [2] Feb { $day }, { $year }
    [3] Mar { $day }, { $year }
    [4] Apr { $day }, { $year }
    [5] May { $day }, { $year }
    [6] Jun { $day }, { $year }
    [7] Jul { $day }, { $year }
    [8] Aug { $day }, { $year }
    [9] Sep { $day }, { $year }
    [10] Oct { $day }, { $year }
    [11] Nov { $day }, { $year }
   *[12] Dec { $day }, { $year }
}
# The same of a day so near that its year goes without saying.
time-day-near = { $month ->
    [1] Jan { $day }
    [2] Feb { $day }
    [3] Mar { $day }
    [4] Apr { $day }
    [5] May { $day }
    [6] Jun { $day }
    [7] Jul { $day }
    [8] Aug { $day }
    [9] Sep { $day }
    [10] Oct { $day }
    [11] Nov { $day }
   *[12] Dec { $day }
}
# A month by itself, as a person may type it in a search.
time-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# $clock is hours and minutes, `1:04`, with seconds where moments are compared.
time-am = { $clock } AM
time-pm = { $clock } PM
time-pacific = { $time } PT
time-day-and-clock = { $day }, { $clock }

# How old something is; stands in “Data … old”.
time-age-under-a-minute = under 1 min
time-age-minutes = { NUMBER($count) } min
time-age-hours = { NUMBER($count) } h
time-age-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

# How long a load still takes.
time-left-moment = A few seconds left
time-left-seconds = About { NUMBER($count) } s left
time-left-minutes = About { NUMBER($count) } min left
time-left-hours = About { NUMBER($count) } h left
