# Leer del estado: el indicador de la barra inferior, su panel y por qué una tabla está vacía.

# The indicator. $time is a clock of today or a day with its clock; it may stand anywhere in a sentence.
sync-sync = Sincronización
sync-indicator-title = Lo que se lee del estado y lo que se le informa
sync-nothing = Ninguna licencia cargada
sync-up-to-date = Al día: { $time }
# Where some lists may not be read with these keys: nothing is known of them.
sync-up-to-date-in-part = Al día en parte: { $time }
# $standing is one of the two above, $lists are names: “Employees and Drivers”.
sync-except = { $standing }, excepto { $lists }
sync-except-many = { $count ->
    [one] { $standing }, excepto { $count } lista
   *[other] { $standing }, excepto { $count } listas
}
sync-updating = Actualizando
sync-updating-part = Actualizando { NUMBER($percent) }%
sync-offline = Sin conexión, datos: { $time }
sync-offline-nothing = Sin conexión, aún no se cargó nada
sync-offline-waiting = Sin conexión, { NUMBER($count) } en espera
sync-waiting = En espera del estado hasta: { $time }
# $reason is what a person has to do, without a period.
sync-needs-you = Requiere su atención: { $reason }
sync-needs-you-reports = Requiere su atención ({ NUMBER($count) })
sync-needs-you-blocked = Requiere su atención: los informes no llegan al estado, { NUMBER($count) } en espera
sync-stopped = Detenido
# $standing is one of the lines “Up to date …” above.
sync-and-waiting = { $standing }, { NUMBER($count) } en espera
sync-and-reporting = { $count ->
    [one] { $standing }, se está informando { $count }
   *[other] { $standing }, se están informando { $count }
}

# Beside the indicator: how old what is shown is. $age is “22 min”.
sync-age = Datos de hace { $age }
# Where the indicator says only that it is offline.
sync-age-from = Datos: { $time }
sync-age-unknown = Primera carga sin terminar
sync-read-whole = Lectura completa: { $time }

# Said aloud when reports need somebody or are refused.
sync-said-needs-you = { $count ->
    [one] Un informe requiere su atención.
   *[other] { $count } informes requieren su atención.
}
sync-said-refused = { $count ->
    [one] El estado rechazó un informe.
   *[other] El estado rechazó { $count } informes.
}

# The panel.
sync-stop = Detener
sync-now = Sincronizar ahora
sync-all-licenses = Todas las licencias
sync-next-check = Próxima revisión: { $time }
sync-outbox = Bandeja de salida
sync-outbox-nothing = nada espera ser informado
sync-outbox-open = Abrir la bandeja de salida
sync-demo-reset-menu = Restablecer el estado de demostración…

# How a license of the panel stands.
sync-state-never = Aún sin cargar
sync-state-loading = Primera carga
sync-state-updating = Actualizando
sync-state-ready = Al día
sync-state-partly = Parcial
sync-state-failed = Sin actualizar
sync-state-stopped = Detenida
sync-state-keyless = Necesita sus claves
sync-state-shut = Claves no disponibles
sync-state-offline = Sin conexión

# How far each kind of record is.
sync-kinds-done = { NUMBER($done) } de { NUMBER($all) } tipos listos
sync-all-done = Todo listo
sync-records = { $count ->
    [one] { $count } registro
   *[other] { $count } registros
}
sync-done-of = { NUMBER($done) } de { NUMBER($total) }
sync-done-of-days = { NUMBER($done) } de { NUMBER($total) } días
sync-kind-waiting = En espera
# $kinds are names: “Employees, Locations”.
sync-could-not-read = No se pudo leer: { $kinds }
sync-left-out = Omitido: { $kinds }

# How much the state is asked, for the license that is asked for most. $calls is “412 of 3,000”.
sync-calls-title = Llamadas al estado
sync-calls = Llamadas por { $license }: { $calls } en el último minuto
sync-calls-of = { NUMBER($count) } de { NUMBER($allowed) }
sync-calls-most = el máximo de { NUMBER($licenses) } licencias
sync-calls-none = Ninguna llamada al estado en el último minuto
sync-calls-waiting = { NUMBER($count) } esperando su turno
sync-calls-pause = El estado pidió una pausa. Trackside continúa por sí solo: { $time }.
sync-calls-paused = { $count ->
    [one] El estado pidió una pausa una vez desde que se inició Trackside.
   *[other] El estado pidió una pausa { $count } veces desde que se inició Trackside.
}

# The first load, where the grid is still empty.
sync-first-load = Primera carga
sync-first-load-title = Cargando del estado
sync-first-load-order = Primero llegan los registros más recientes. La tabla los muestra en cuanto los hay, y mientras tanto se puede trabajar.
sync-first-load-pause = El estado pidió una pausa. La carga continúa por sí sola: { $time }.
sync-first-load-stop = Detener la carga

# Why a grid is empty. $licenses are names: “Alder Street Dispensary and Foothill Analytics”.
sync-empty-offline = Aún sin conexión
sync-empty-offline-meaning = Hasta ahora no se ha leído nada del estado para { $licenses }, así que no hay nada que mostrar sin conexión. Trackside lo carga por sí solo en cuanto puede.
sync-empty-offline-check = Revise el cable de red o la conexión inalámbrica. Sus claves se conservan.
sync-empty-stopped = Se detuvo la primera carga
sync-empty-stopped-meaning = Lo cargado hasta ahora se conserva, y la carga continúa desde ahí.
sync-empty-resume = Continuar la carga
sync-empty-not-permitted = Estas claves no pueden leer esto
sync-empty-not-permitted-meaning = Pida el permiso a quien administra los usuarios de su licencia en el sitio del estado. Luego cree una nueva clave de usuario: una clave conserva los permisos del día en que se creó.
sync-empty-not-given = El estado no entregó esta lista
sync-empty-try = Probar ahora

# The question before the demo state is reset.
sync-demo-reset-title = ¿Restablecer el estado de demostración?
sync-demo-reset = Restablecer el estado de demostración
sync-demo-resetting = Restableciendo…
sync-demo-reset-meaning = Las seis licencias inventadas vuelven a como estaban al principio y se cargan de nuevo.
sync-demo-reset-safe = Las licencias propias que estén conectadas no se ven afectadas, y nada cambia en el estado.
