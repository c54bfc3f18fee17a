# Palabras de la bandeja de salida: lo que espera, lo que se envió, lo que respondió el estado.

outbox-refused = { $count ->
    [one] { $count } rechazado
   *[other] { $count } rechazados
}
outbox-needs-you = { $count ->
    [one] { $count } requiere atención
   *[other] { $count } requieren atención
}
outbox-next-try = Próximo intento a las { $time }
outbox-wrapped = Antes: { $words }

# La página y sus grupos. El título de un grupo está en su pestaña, con un número al lado, y en cada informe.
# $group es el título de un grupo.
outbox-section = Bandeja de salida, { $group }
outbox-groups = Bandeja de salida
outbox-waiting = En espera
outbox-waiting-list = Informes en espera
outbox-waiting-none = No hay nada en espera de envío
outbox-waiting-none-more = Lo que se informa espera aquí hasta que el estado pueda recibirlo. Sin conexión se queda en esta computadora y se envía automáticamente después.
outbox-sending = Enviando
outbox-sending-list = Informes que se están enviando
outbox-sending-none = No se está enviando nada
outbox-sending-none-more = Los informes están aquí solo mientras van en camino al estado.
outbox-checking = Revisando
outbox-checking-list = Informes que se están revisando
outbox-checking-none = No se está revisando nada
outbox-checking-none-more = Después de enviar un informe, Trackside lo vuelve a leer del estado. Se queda aquí hasta que aparezca allí.
outbox-person = Requieren atención
outbox-person-list = Informes que requieren atención
outbox-person-none = Nada requiere atención
outbox-person-none-more = Cuando Trackside no puede averiguar si el estado registró un informe, o el estado ya no tiene lo que se vio al revisarlo, no se envía nada. Aquí se le pregunta, con todo lo que se sabe lado a lado.
outbox-denied = Rechazado
outbox-denied-list = Informes rechazados
outbox-denied-none = No se rechazó nada
outbox-denied-none-more = Los informes que el estado rechazó aparecen aquí con su respuesta. Se pueden editar y enviar de nuevo.
outbox-done = Hecho
outbox-done-list = Informes hechos
outbox-done-none = Nada hecho desde la última vez que se vació esta lista
outbox-done-none-more = Los informes que el estado registró se quedan aquí hasta que se quiten. La auditoría los guarda para siempre.

# Partes de una lista de cantidades, como “2 requieren atención, 1 rechazado y 5 en espera”.
outbox-waiting-count = { $count ->
    [one] { $count } en espera
   *[other] { $count } en espera
}
outbox-under-way-count = { $count ->
    [one] { $count } en proceso de informarse
   *[other] { $count } en proceso de informarse
}
outbox-done-count = { $count ->
    [one] { $count } hecho
   *[other] { $count } hechos
}
outbox-nothing-open = Nada pendiente
# Detrás de esa lista. $span es un tiempo, como “3 h 12 min”.
outbox-oldest-due = el más antiguo vence en { $span }
outbox-oldest-overdue = el más antiguo venció hace { $span }

# Las 24 horas de un informe.
outbox-due = vence: { $time }
outbox-overdue = venció hace { $span }
outbox-due-by = Plazo para informar: { $time } (24 horas, 4 CCR 15049)
outbox-span-moment = menos de 1 min
outbox-span-minutes = { NUMBER($minutes) } min
outbox-span-hours = { NUMBER($hours) } h
outbox-span-hours-minutes = { NUMBER($hours) } h { NUMBER($minutes) } min
outbox-span-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
outbox-next-try-soon = Próximo intento en un momento

# La lista.
outbox-opening = Abriendo…
outbox-select = Seleccionar
outbox-select-all = Seleccionar todo
outbox-column-report = Informe
outbox-column-standing = En qué está
outbox-column-ended = Cómo terminó
outbox-column-due = Vence
outbox-column-since = Desde
outbox-column-queued = En la bandeja

# Cómo terminó un informe.
outbox-ended-recorded = Registrado
outbox-ended-already-so = Ya estaba así
outbox-ended-withdrawn = Retirado
outbox-ended-replaced = Reemplazado por una edición
outbox-ended-decided = Decidido por usted
outbox-ended = Terminado

# Encima de la lista: qué se hace con lo seleccionado.
outbox-selecting = Seleccionando…
outbox-selected = { $count ->
    [one] { $count } seleccionado
   *[other] { $count } seleccionados
}
outbox-deselect = Deseleccionar
outbox-withdraw-some = Retirar { NUMBER($count) }
outbox-withdraw-ask = { $count ->
    [one] ¿Retirar { $count } informe?
   *[other] ¿Retirar { $count } informes?
}
outbox-withdraw-ask-more = No se envían, y el estado no tiene nada de ellos. Lo que para entonces ya va en camino no se detiene.
outbox-withdraw-act = Retirarlos
outbox-withdrawn = { $count ->
    [one] { $count } informe retirado. No se envió nada de él al estado.
   *[other] { $count } informes retirados. No se envió nada de ellos al estado.
}
outbox-clear-some = Quitar { NUMBER($count) }
outbox-clear-ask = { $count ->
    [one] ¿Quitar { $count } informe rechazado?
   *[other] ¿Quitar { $count } informes rechazados?
}
outbox-clear-ask-more = El estado no registró ninguno. Una vez quitados dejan de estar a la vista: ya no se pueden editar ni enviar de nuevo desde aquí. La auditoría los guarda.
outbox-clear-act = Quitarlos
outbox-clear-done = Quitar todo lo hecho
outbox-cleared = { $count ->
    [one] { $count } informe quitado.
   *[other] { $count } informes quitados.
}
outbox-keep = Conservarlos
outbox-unchanged = No se cambió nada.
# Por qué algunos quedaron como estaban. $reason es una oración.
outbox-left = { $count ->
    [one] { $count } informe: { $reason }
   *[other] { $count } informes: { $reason }
}
outbox-export = Exportar auditoría…

# Debajo de la lista: por qué no sale nada.
outbox-checking-title = Todavía no sabemos si el estado registró estos informes.
outbox-checking-more = Estamos revisando; por favor, no los ingrese de nuevo.
outbox-held-safe = Todo lo que hay aquí está guardado en esta computadora y se envía automáticamente.
outbox-held-next-try = Próximo intento: { $time }.
outbox-held-next-try-soon = Próximo intento en un momento.
outbox-send-now = Enviar ahora
outbox-trying = Intentando…
outbox-past-due = { $count ->
    [one] { $count } informe pasó de las 24 horas en que el estado lo pide.
   *[other] { $count } informes pasaron de las 24 horas en que el estado los pide.
}
outbox-past-due-more = Se envían en cuanto sea posible. Si uno se informa en el sitio del estado, hay que retirarlo aquí primero.

# La historia de un informe. $report es su número.
outbox-story = Informe { $report }
outbox-story-close = Cerrar la historia (Escape)
outbox-story-reading = Leyendo la historia…
outbox-story-happened = Qué pasó
outbox-story-safe = Está a salvo mi trabajo
outbox-story-now = Y ahora qué
outbox-story-said = El estado dijo
# Detrás del tiempo que queda.
outbox-story-24-hours = (24 horas)
outbox-story-queued = En la bandeja: { $time }, por { $who }
outbox-story-acts = Qué se puede hacer

outbox-facts = Los datos lado a lado
outbox-facts-what = Qué
outbox-facts-before = Antes
outbox-facts-reported = Según el informe
outbox-facts-now = El estado tiene ahora
# Se lee en voz alta donde falta un dato.
outbox-facts-nothing = nada

# Qué se puede hacer con un informe: un botón y, al lado, qué hace.
outbox-act-recorded = Fue registrado
outbox-act-recorded-does = Usted lo vio en el registro del estado. No se envía nada más.
outbox-act-again = Enviar de nuevo…
outbox-act-again-does = Usted se aseguró de que el estado no tiene nada de él. Se envía una vez más.
outbox-act-look = Mirar de nuevo
outbox-act-look-does = Lee el registro del estado una vez más. No envía nada.
outbox-act-edit = Editar y reenviar…
outbox-act-edit-waiting-does = El informe editado toma el lugar de este.
outbox-act-edit-refused-does = Cambie lo que el estado no aceptó. El informe editado toma el lugar de este.
outbox-act-withdraw = Retirar
outbox-act-withdraw-waiting-does = No se envía, y el estado no tiene nada de él.
outbox-act-withdraw-moved-does = Lo abandona. No se envía nada de él.
outbox-act-withdraw-does = Lo abandona. No se envía de nuevo.
outbox-act-clear = Quitar
outbox-act-clear-does = Lo quita de la vista. La auditoría lo guarda.
outbox-again-title = ¿Enviarlo de nuevo?
outbox-again-act = Enviar de nuevo
outbox-again-keep = No enviar
outbox-again-twice = Si el estado sí lo registró la primera vez, quedará registrado dos veces, y eso solo se puede corregir con el estado.
outbox-again-look = Si hay dudas, mire primero el paquete en el sitio del estado.

# Otros informes que tienen que ver con este. $report es un botón: outbox-link-report.
outbox-links = Otros informes
outbox-link-waits = Espera al { $report }
outbox-link-replaces = Tomó el lugar del { $report }
outbox-link-replaced = Reemplazado por el { $report }
outbox-link-report = informe { $report }

# Las solicitudes que llevaron un informe.
outbox-attempts = Solicitudes al estado
outbox-attempts-count = { $count ->
    [one] { $count } solicitud al estado
   *[other] { $count } solicitudes al estado
}
outbox-attempt-status = HTTP { $status }
outbox-attempt-seconds = { $seconds } s
outbox-attempt-others = { $count ->
    [one] con { $count } informe más
   *[other] con { $count } informes más
}
# Cada una está en su propia línea, con lo que anuncia debajo.
outbox-attempt-answer = La respuesta del estado:
outbox-attempt-hash = SHA-256 del contenido:
outbox-events = Qué pasó con él
outbox-events-title = Desde el principio
outbox-body = Exactamente lo que se envía al estado
outbox-body-copy = Copiar lo que se envía

# Después de trabajar sin conexión. $parts es una lista, como “38 fueron registrados y 1 fue rechazado”.
outbox-summary = Después de trabajar sin conexión
outbox-summary-waited = { $count ->
    [one] Mientras no hubo conexión esperó { $count } informe: { $parts }.
   *[other] Mientras no hubo conexión esperaron { $count } informes: { $parts }.
}
outbox-summary-recorded = { $count ->
    [one] { $count } fue registrado
   *[other] { $count } fueron registrados
}
outbox-summary-refused = { $count ->
    [one] { $count } fue rechazado
   *[other] { $count } fueron rechazados
}
outbox-summary-show = Mostrar

# Se pidió cerrar la ventana mientras hay informes en espera.
outbox-quit-title = ¿Cerrar Trackside?
outbox-quit-waiting = { $count ->
    [one] { $count } informe espera ser enviado. Está guardado en esta computadora y se enviará cuando Trackside se abra de nuevo.
   *[other] { $count } informes esperan ser enviados. Están guardados en esta computadora y se enviarán cuando Trackside se abra de nuevo.
}
outbox-quit-stay = Quedarse
outbox-quit-close = Cerrar de todos modos

# La exportación de la auditoría.
outbox-audit-title = Exportar la auditoría
outbox-audit-lead = Quién hizo qué y cuándo, qué se envió al estado y qué respondió, en un archivo CSV.
outbox-audit-from = Desde
outbox-audit-to = Hasta
# Cómo se escribe un día donde el sistema no ofrece un calendario.
outbox-audit-day-form = AAAA-MM-DD
outbox-audit-no-day = Indique un día en la forma AAAA-MM-DD.
outbox-audit-order = El último día no puede ser anterior al primero.
outbox-audit-days = Se incluyen ambos días, en la hora de California.
outbox-audit-save = Guardar el archivo…
outbox-audit-saving = Guardando…
outbox-audit-stop = Detener y no dejar archivo
outbox-audit-lines = Líneas escritas
outbox-audit-progress = { $total ->
    [one] { NUMBER($done) } de { $total } línea
   *[other] { NUMBER($done) } de { $total } líneas
}
outbox-audit-saved = { $count ->
    [one] Se guardó { $file }, { $count } línea.
   *[other] Se guardó { $file }, { $count } líneas.
}
