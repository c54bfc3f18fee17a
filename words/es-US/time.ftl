# Momentos, antigüedades y lapsos. La hora es la de California; la sigue `PT` donde la de la computadora es otra.

# $month is the number of the month; $day and $year are figures.
time-day = { $month ->
    [1] { $day } ene { $year }
    [2] { $day } feb { $year }
    [3] { $day } mar { $year }
    [4] { $day } abr { $year }
    [5] { $day } may { $year }
    [6] { $day } jun { $year }
    [7] { $day } jul { $year }
    [8] { $day } ago { $year }
    [9] { $day } sept { $year }
    [10] { $day } oct { $year }
    [11] { $day } nov { $year }
   *[12] { $day } dic { $year }
}
# Lo mismo de un día tan cercano que el año sobra.
time-day-near = { $month ->
    [1] { $day } ene
    [2] { $day } feb
    [3] { $day } mar
    [4] { $day } abr
    [5] { $day } may
    [6] { $day } jun
    [7] { $day } jul
    [8] { $day } ago
    [9] { $day } sept
    [10] { $day } oct
    [11] { $day } nov
   *[12] { $day } dic
}
# Un mes solo, como alguien lo puede escribir en una búsqueda.
time-month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
# $clock is hours and minutes, `1:04`, with seconds where moments are compared.
time-am = { $clock } a.{ "\u00A0" }m.
time-pm = { $clock } p.{ "\u00A0" }m.
time-pacific = { $time } PT
time-day-and-clock = { $day }, { $clock }

# How old something is; stands in “Data … old”.
time-age-under-a-minute = menos de 1 min
time-age-minutes = { NUMBER($count) } min
time-age-hours = { NUMBER($count) } h
time-age-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}

# How long a load still takes.
time-left-moment = Faltan unos segundos
time-left-seconds = Faltan unos { NUMBER($count) } s
time-left-minutes = Faltan unos { NUMBER($count) } min
time-left-hours = Faltan unas { NUMBER($count) } h
