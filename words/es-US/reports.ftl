# Palabras de los informes: revisiones, qué pasó con ellos, el registro de auditoría, exportaciones.

# Por qué no se puede enviar nada.
reports-off = Por ahora los informes no pueden salir de esta computadora: no se puede usar el registro de su trabajo en Trackside. No se perdió nada y lo que espera se envía en cuanto se pueda.
reports-off-because = Por ahora los informes no pueden salir de esta computadora: no se puede usar el registro de su trabajo en Trackside. No se perdió nada y lo que espera se envía en cuanto se pueda. ({ $why })
reports-off-next = Trackside lo intenta de nuevo por su cuenta cada pocos segundos.
reports-off-next-after = { $next } Trackside lo intenta de nuevo por su cuenta cada pocos segundos.
reports-off-queue-next = No se puso nada en la bandeja de salida. Trackside lo intenta de nuevo por su cuenta; después pruebe esto de nuevo.

# Por qué esperan los informes.
reports-held-stalled = No se puede guardar nada en esta computadora, así que no se envía nada. Lo que ya se había guardado está a salvo. ({ $why })
reports-held-offline = No hay conexión con el estado. Los informes esperan en esta computadora y salen por su cuenta.
reports-held-between = Algo entre esta computadora y el estado estorba, como un filtro web o un proxy. Los informes esperan en esta computadora y salen por su cuenta cuando ya no esté.
reports-held-keys = El estado no acepta las claves de una cuenta. Revíselas; los informes esperan.
reports-held-asked = El estado nos pidió esperar un poco. Los informes continúan por su cuenta.
reports-held-state-fails = El sistema del estado no funciona. Lo intentamos de nuevo por nuestra cuenta.

# Una notificación del sistema. $action: lo que hace el informe, en palabras.
reports-notice-one = Un informe le necesita
reports-notice-many = { $count ->
    [one] { $count } informe le necesita
   *[other] { $count } informes le necesitan
}
reports-notice-body = No se envía nada más de ellos hasta que decida. La bandeja de salida muestra por qué.

# Órdenes de la bandeja de salida.
reports-none-chosen = No hay ningún informe elegido, así que no se cambió nada.
reports-none-chosen-next = Elija un informe.
reports-too-many = { NUMBER($count) } informes son más de los que admite una orden. No se cambió nada.
reports-too-many-next = Elija { NUMBER($most) } como máximo.
reports-not-there = Este informe no está en la bandeja de salida.
reports-not-there-next = Abra de nuevo la bandeja de salida.

# Una línea del historial de un informe.
reports-event-queued = En la bandeja de salida de esta computadora.
reports-event-sent = Enviado al estado.
reports-event-accepted = El estado lo aceptó.
reports-event-refused = El estado lo rechazó.
reports-event-confirmed = Comprobado: el estado lo registró.
reports-event-already-so = El estado ya lo tenía así; no se envió nada.
reports-event-answer-lost = No llegó ninguna respuesta que diga si el estado lo registró.
reports-event-answered-by-another = Algo entre esta computadora y el estado respondió en su lugar; se está revisando si quedó registrado.
reports-event-not-recorded = No llegó al estado; espera de nuevo.
reports-event-proven-not-recorded = Comprobado: el estado no registró nada; espera a que se envíe de nuevo.
reports-event-keeps-failing = El estado falló una y otra vez; decide una persona.
reports-event-sent-with-a-refused-one = Otro informe de la misma solicitud fue rechazado; este se está revisando.
reports-event-may-not-be-read = Las claves no tienen permiso para leer el registro del estado.
reports-event-a-person-must-decide = Lo que se puede leer no aclara si quedó registrado; decide una persona.
reports-event-the-state-moved = El estado no tenía lo que se vio en la revisión, así que no se envió nada; decide una persona.
reports-event-interrupted = Trackside se cerró mientras se enviaba; se está revisando.
reports-event-an-older-copy = Una copia anterior del archivo de Trackside ocupó su lugar; se está revisando.
reports-event-blocked = Otro informe que va antes está detenido; este lo espera.
reports-event-free-again = El informe que esperaba está resuelto; este continúa.
reports-event-edited = Una edición ocupó su lugar.
reports-event-withdrawn = Retirado.
reports-event-given-up = Abandonado y quitado de la bandeja de salida.
reports-event-decided-recorded = Decidido: quedó registrado.
reports-event-decided-send-as-meant = Decidido: enviarlo como se pensó.
reports-event-decided-send-again = Decidido: enviar de nuevo.
reports-event-decided-look-again = Decidido: leer de nuevo.

# $what: un tipo de línea que esta versión no conoce.
reports-event-other = Desconocido: { $what }

# Cómo terminó una solicitud al estado.
reports-ended-accepted = El estado lo aceptó.
reports-ended-refused = El estado lo rechazó; no se registró nada.
reports-ended-asked = El estado nos pidió esperar; no se registró nada.
reports-ended-key-refused = El estado no acepta las claves; no se registró nada.
reports-ended-not-sent = No hubo conexión; no salió nada de esta computadora.
reports-ended-blocked = Algo entre esta computadora y el estado impidió la conexión; no salió nada de esta computadora.
reports-ended-foreign = Algo entre esta computadora y el estado respondió; eso no dice si quedó registrado.
reports-ended-lost = Se envió y no llegó ninguna respuesta que diga si quedó registrado.
reports-ended-unknown = No se sabe cómo terminó: Trackside se cerró mientras iba en camino, o va en camino ahora.

# Lo que se sabe de un informe, lado a lado: una etiqueta, lo que había antes, lo que se quería, lo que el estado tiene ahora.
reports-fact-finished = Finalizado
reports-fact-quantity = Cantidad
reports-fact-location = Ubicación
reports-fact-note = Nota
reports-fact-item = Artículo
reports-fact-yes = sí
reports-fact-no = no
reports-fact-as-before = como antes
reports-fact-may-not-read = su clave no tiene permiso para leerlo

# El tipo de un informe y cómo está, en la fila de su paquete. $more: cuántos otros informes de él esperan.
reports-row = { $kind }: { $state }
reports-row-more = { $kind }: { $state } (y { NUMBER($more) } más)
reports-row-offline = espera una conexión
reports-row-between = espera a que nada esté entre esta computadora y el estado
reports-row-state-fails = espera a que el sistema del estado funcione de nuevo
reports-row-asked = espera, como lo pidió el estado
reports-row-keys = espera claves que el estado acepte
reports-row-turn = espera su turno
reports-row-blocked = espera otro informe que está detenido
reports-row-sending = en camino al estado
reports-row-accepted = aceptado; se está comprobando
reports-row-unknown = se está revisando; por favor no lo ingrese otra vez
reports-row-needs-you = le necesita
reports-row-refused = rechazado por el estado
reports-row-recorded = registrado; la lista se está actualizando
reports-row-withdrawn = retirado
reports-row-replaced = reemplazado por una edición

# Donde el estado no tiene lo que se vio en la revisión. $at: cuándo fue; $copy y $state: cantidades con su unidad; $by: un cambio, como “+3.5 Grams”. En $was y $is está reports-moved-text o reports-moved-nothing.
reports-moved-counted = Usted contó { $to } ({ $at }), cuando la copia decía { $copy }. El estado ahora tiene { $state }.
reports-moved-changed = Usted revisó un cambio de { $by } ({ $at }), cuando la copia decía { $copy }. El estado ahora tiene { $state }.
reports-moved-finish = El paquete estaba vacío cuando revisó esto ({ $at }). El estado ahora tiene { $state }.
reports-moved-location = Ubicación del paquete cuando revisó esto ({ $at }): { $was }. Ubicación que el estado tiene ahora: { $is }.
reports-moved-note = Nota cuando revisó esto ({ $at }): { $was }. Nota que el estado tiene ahora: { $is }.
reports-moved-item = Artículo cuando revisó esto ({ $at }): { $was }. Artículo que el estado tiene ahora: { $is }.
reports-moved-text = “{ $text }”
reports-moved-nothing = nada
reports-moved-unknown-amount = una cantidad que no se conoce

# Lo que se puede responder: las palabras de la opción y luego lo que hace.
reports-choice-adjust = Enviar { $by } como se pensó
reports-choice-adjust-too-much = Es más de lo que tiene el estado, así que el estado lo rechazará.
reports-choice-adjust-leaves = Envía el cambio como lo revisó. El paquete queda con { $left }.
reports-choice-adjust-does = Envía el cambio como lo revisó.
reports-choice-set = Dejarlo en { $to } ahora
reports-choice-set-does = Envía { $by } en lugar de este informe.
reports-choice-finish = Finalizarlo de todos modos
reports-choice-finish-does = El estado suele negarse a finalizar un paquete que no está vacío. Primero ajústelo o véndalo.
reports-choice-location = Moverlo de todos modos
reports-choice-location-does = El paquete estará en { $to }.
reports-choice-note-remove = Quitar la nota de todos modos
reports-choice-note-remove-does = La nota que hay ahora se pierde.
reports-choice-note = Reemplazar la nota de todos modos
reports-choice-note-does = La nota dirá { $note }. La que hay ahora se pierde.
reports-choice-item = Cambiar el artículo de todos modos
reports-choice-item-does = El artículo será { $item }.

# El registro de auditoría de un período como CSV: qué está mal en el período y los títulos de las columnas.
reports-audit-backward = El período termina antes de empezar. No se escribió nada.
reports-audit-backward-next = Elija un primer día que no sea posterior al último.
reports-audit-utc = Hora (UTC)
reports-audit-california = Hora (California)
reports-audit-who = Quién
reports-audit-license = Licencia
reports-audit-about = Paquete o recibo
reports-audit-report = Informe
reports-audit-action = Acción
reports-audit-what = Qué pasó
reports-audit-request = Solicitud
reports-audit-status = Estado HTTP
reports-audit-sent = Enviado
reports-audit-came-back = Respuesta

# La hoja de revisión de una acción. $count: paquetes.
reports-review-finish = { $count ->
    [one] Finalizar { $count } paquete
   *[other] Finalizar { $count } paquetes
}
reports-review-unfinish = { $count ->
    [one] Reabrir { $count } paquete
   *[other] Reabrir { $count } paquetes
}
reports-review-adjust = { $count ->
    [one] Ajustar { $count } paquete
   *[other] Ajustar { $count } paquetes
}
reports-review-location = { $count ->
    [one] Mover { $count } paquete
   *[other] Mover { $count } paquetes
}
reports-review-note = { $count ->
    [one] Cambiar la nota de { $count } paquete
   *[other] Cambiar la nota de { $count } paquetes
}
reports-review-item = { $count ->
    [one] Cambiar el artículo de { $count } paquete
   *[other] Cambiar el artículo de { $count } paquetes
}

# Lo que pasará. $date: un día en palabras; $amount: sin signo ni unidad; $reason: el motivo del estado.
reports-promise-finish = { $count ->
    [one] { $count } paquete se finalizará, con fecha { $date }.
   *[other] { $count } paquetes se finalizarán, con fecha { $date }.
}
reports-promise-unfinish = { $count ->
    [one] { $count } paquete se reabrirá y estará activo de nuevo.
   *[other] { $count } paquetes se reabrirán y estarán activos de nuevo.
}
reports-promise-lose = { $count ->
    [one] { $count } paquete pierde { $amount }, por el motivo “{ $reason }”, con fecha { $date }.
   *[other] { $count } paquetes pierden { $amount } cada uno, en su propia unidad, por el motivo “{ $reason }”, con fecha { $date }.
}
reports-promise-gain = { $count ->
    [one] { $count } paquete gana { $amount }, por el motivo “{ $reason }”, con fecha { $date }.
   *[other] { $count } paquetes ganan { $amount } cada uno, en su propia unidad, por el motivo “{ $reason }”, con fecha { $date }.
}
reports-promise-hold = { $count ->
    [one] { $count } paquete tendrá { $amount }, por el motivo “{ $reason }”, con fecha { $date }.
   *[other] { $count } paquetes tendrán { $amount } cada uno, en su propia unidad, por el motivo “{ $reason }”, con fecha { $date }.
}
reports-promise-location = { $count ->
    [one] { $count } paquete se moverá a { $place }, con fecha { $date }.
   *[other] { $count } paquetes se moverán a { $place }, con fecha { $date }.
}
reports-promise-note-removed = { $count ->
    [one] Se quitará la nota de { $count } paquete.
   *[other] Se quitará la nota de { $count } paquetes.
}
reports-promise-note = { $count ->
    [one] La nota de { $count } paquete será “{ $note }”.
   *[other] La nota de { $count } paquetes será “{ $note }”.
}
reports-promise-item = { $count ->
    [one] El artículo de { $count } paquete será { $item }.
   *[other] El artículo de { $count } paquetes será { $item }.
}
# La nota que acompaña un ajuste, como se escribió.
reports-review-noted = Con la nota “{ $note }”.
reports-if-moved = { $count ->
    [one] Si el estado tiene otra cantidad cuando esto salga, se le pregunta antes de enviar nada.
   *[other] Donde el estado tenga otra cantidad cuando salga, se le pregunta antes de enviar nada.
}

# Paquetes para los que no se hace la acción.
reports-left-out-finish = { $count ->
    [one] { $count } paquete no se puede finalizar; queda fuera.
   *[other] { $count } paquetes no se pueden finalizar; quedan fuera.
}
reports-left-out-unfinish = { $count ->
    [one] { $count } paquete no se puede reabrir; queda fuera.
   *[other] { $count } paquetes no se pueden reabrir; quedan fuera.
}
reports-left-out-adjust = { $count ->
    [one] { $count } paquete no se puede ajustar; queda fuera.
   *[other] { $count } paquetes no se pueden ajustar; quedan fuera.
}
reports-left-out-location = { $count ->
    [one] { $count } paquete no se puede mover; queda fuera.
   *[other] { $count } paquetes no se pueden mover; quedan fuera.
}
reports-left-out-change = { $count ->
    [one] { $count } paquete no se puede cambiar; queda fuera.
   *[other] { $count } paquetes no se pueden cambiar; quedan fuera.
}
reports-review-warned = { $count ->
    [one] { $count } paquete tiene una advertencia y de todos modos se puede poner en la bandeja de salida.
   *[other] { $count } paquetes tienen una advertencia y de todos modos se pueden poner en la bandeja de salida.
}
reports-review-licenses = Están en los libros de { NUMBER($count) } licencias.
reports-review-behind = { $count ->
    [one] Para { $count } paquete otros informes aún no están registrados; esto va después de ellos.
   *[other] Para { $count } paquetes otros informes aún no están registrados; esto va después de ellos.
}
reports-review-edit = Esto reemplaza el informe que está editando.
reports-review-offline = Ahora no hay conexión: los informes esperan en esta computadora y salen por su cuenta.

# Lo que cambia de un paquete, antes o después.
reports-cell-finished-on = Finalizado { $date }
reports-cell-finished = Finalizado
reports-cell-active = Activo
reports-cell-no-location = Sin ubicación
reports-cell-no-note = Sin nota

# Por qué no se hace una acción para un paquete.
reports-package-unknown = El paquete { $tag } ya no está en la copia local de estos libros.
reports-package-discontinued = El paquete { $tag } se descontinuó. No se le puede hacer nada.
reports-package-in-transit = El paquete { $tag } está en tránsito. Se puede cambiar cuando llegue.
reports-package-transferred = El paquete { $tag } se transfirió y ya no está en estos libros.
reports-late = Esto se informa después de las 24 horas que da California. De todos modos se pone en la bandeja de salida.

# Una cantidad escrita en otra unidad. $own: la del paquete; $typed: la que se escribió; $amount: como se escribió; $converted: la misma cantidad en la unidad del paquete.
reports-other-unit = El paquete { $tag } se mide en { $own } y se escribió { $amount } { $typed }. Escriba la cantidad en { $own }.
reports-other-unit-converted = El paquete { $tag } se mide en { $own } y se escribió { $amount } { $typed }; en { $own } es { $converted }. Escriba la cantidad en { $own }.
reports-already-there = El paquete { $tag } ya está en { $place }.
reports-already-item = El paquete { $tag } ya tiene el artículo { $item }.
reports-already-no-note = El paquete { $tag } ya está sin nota.
reports-already-note = El paquete { $tag } ya tiene esta nota.

# Qué está mal en el formulario de una acción. $why: por qué no se puede leer una cantidad, dentro de una frase.
reports-amount-missing = Falta la cantidad. No se puso nada en la bandeja de salida.
reports-amount-unreadable = La cantidad “{ $typed }” no se puede leer: { $why }. No se puso nada en la bandeja de salida.
reports-amount-next = Escriba la cantidad como un número simple, por ejemplo 3.5.
reports-field-note = La nota
reports-field-location = La ubicación
reports-field-sublocation = La sububicación
reports-field-item = El artículo
reports-no-reason = No hay ningún motivo elegido. No se puso nada en la bandeja de salida.
reports-no-reason-next = Elija un motivo.
reports-no-location = No hay ninguna ubicación elegida. No se puso nada en la bandeja de salida.
reports-no-location-next = Elija una ubicación.
reports-no-item = No hay ningún artículo elegido. No se puso nada en la bandeja de salida.
reports-no-item-next = Elija un artículo.
reports-no-such-reason = “{ $name }” no es uno de los motivos del estado. No se puso nada en la bandeja de salida.
reports-no-such-reason-next = Elija un motivo de la lista.

# Por qué no se puede revisar ni poner nada en la bandeja de salida.
reports-nothing-to-choose = No hay ninguna licencia elegida, así que no hay nada que elegir.
reports-nothing-to-choose-next = Elija un paquete.
reports-no-package = No hay ningún paquete elegido, así que no hay nada que hacer.
reports-no-package-next = Elija al menos un paquete.
reports-edit-is-for-one = Una edición es para un solo paquete. No se puso nada en la bandeja de salida.
reports-edit-is-for-one-next = Elija la acción para los otros paquetes por separado.
reports-edit-gone = El informe que se iba a editar ya no espera. No se puso nada en la bandeja de salida.
reports-look-in-outbox = Véalo en la bandeja de salida.
reports-too-many-packages = { NUMBER($count) } paquetes son más de los que admite una acción. No se puso nada en la bandeja de salida.
reports-too-many-packages-next = Filtre la lista a { NUMBER($most) } paquetes como máximo o elija filas.
reports-review-gone = Esta revisión ya no está abierta. No se puso nada en la bandeja de salida.
reports-review-gone-next = Elija la acción de nuevo.
reports-review-empty = Nada de esta revisión se puede poner en la bandeja de salida.
reports-review-empty-next = Lea los motivos y luego elija otros paquetes.

# $why: una frase que dice por qué se rechazó un informe.
reports-queue-refused = { $why } No se puso nada en la bandeja de salida.
reports-stale = { $count ->
    [one] { $count } paquete ha cambiado desde que vio la revisión. No se puso nada en la bandeja de salida.
   *[other] { $count } paquetes han cambiado desde que vio la revisión. No se puso nada en la bandeja de salida.
}
reports-overtaken = Otro informe de uno de estos paquetes entró a la bandeja de salida o se retiró desde que vio la revisión. No se puso nada en la bandeja de salida.
reports-review-again = Vea la revisión de nuevo.

# Los informes de una licencia están en la bandeja de salida y los de otra no. $why: una frase que dice por qué.
reports-half-done = { $count ->
    [one] { $count } informe de las otras licencias está en la bandeja de salida y a salvo. Los de { $license } no: { $why }
   *[other] { $count } informes de las otras licencias están en la bandeja de salida y a salvo. Los de { $license } no: { $why }
}
