# Palabras de las acciones sobre paquetes: sus formularios, sus revisiones y el aviso de lo que se puso en cola.

# En botones y menús; con … donde antes se pregunta algo.
actions-finish = Finalizar
actions-unfinish = Reabrir
actions-adjust = Ajustar…
actions-location = Ubicación…
actions-note = Nota…
actions-item = Artículo…
# Lo que hace cada una, en la lista de comandos.
actions-adjust-title = Ajustar la cantidad
actions-location-title = Cambiar la ubicación
actions-note-title = Cambiar la nota
actions-item-title = Cambiar el artículo
# Otras palabras con las que se encuentra una acción entre los comandos, separadas por comas.
actions-finish-also = cerrar, terminar
actions-unfinish-also = deshacer finalización
actions-adjust-also = cantidad, desecho, daño
actions-location-also = mover, cuarto
actions-note-also = comentario
actions-item-also = producto, renombrar
# Títulos del formulario para un paquete. $tag es el final de la etiqueta, como “…000007”.
actions-finish-one = Finalizar el paquete { $tag }
actions-unfinish-one = Reabrir el paquete { $tag }
actions-adjust-one = Ajustar la cantidad del paquete { $tag }
actions-location-one = Cambiar la ubicación del paquete { $tag }
actions-note-one = Cambiar la nota del paquete { $tag }
actions-item-one = Cambiar el artículo del paquete { $tag }
# Títulos del formulario para tantos paquetes.
actions-finish-many = { $count ->
    [one] Finalizar { $count } paquete
   *[other] Finalizar { $count } paquetes
}
actions-unfinish-many = { $count ->
    [one] Reabrir { $count } paquete
   *[other] Reabrir { $count } paquetes
}
actions-adjust-many = { $count ->
    [one] Ajustar la cantidad de { $count } paquete
   *[other] Ajustar la cantidad de { $count } paquetes
}
actions-location-many = { $count ->
    [one] Cambiar la ubicación de { $count } paquete
   *[other] Cambiar la ubicación de { $count } paquetes
}
actions-note-many = { $count ->
    [one] Cambiar la nota de { $count } paquete
   *[other] Cambiar la nota de { $count } paquetes
}
actions-item-many = { $count ->
    [one] Cambiar el artículo de { $count } paquete
   *[other] Cambiar el artículo de { $count } paquetes
}
# Por qué no se puede hacer nada en una pestaña.
actions-not-on-hold = No se puede hacer nada con los paquetes retenidos hasta que se levante la retención.
actions-not-in-transit = No se puede hacer nada con los paquetes en tránsito hasta que se reciban.
actions-not-transferred = Estos paquetes están ahora en otra licencia.

# El diálogo alrededor de un formulario y su revisión.
actions-opening = Abriendo…
actions-checking = Revisando…
actions-checking-packages = { $count ->
    [one] Revisando { $count } paquete…
   *[other] Revisando { $count } paquetes…
}
actions-look-again = Revisar de nuevo
actions-review = Revisar
actions-back = Atrás
actions-one-moment = Un momento…
actions-left-out-count = { $count ->
    [one] { $count } paquete queda fuera
   *[other] { $count } paquetes quedan fuera
}
actions-queue = { $count ->
    [one] Poner en cola { $count } informe
   *[other] Poner en cola { $count } informes
}
# Lo mismo mientras no se sabe cuántos.
actions-queue-checking = Poner en cola …
actions-queue-nothing = Nada que poner en cola

# Campos de los formularios, y lo que falla en lo que contienen.
actions-date = Fecha
actions-date-wrong = Escriba un día con su mes, día y año.
actions-date-future = Este día está en el futuro. Elija hoy o un día anterior.
actions-location-field = Ubicación
actions-location-missing = Elija una ubicación.
actions-location-not-found = Ninguna ubicación tiene este nombre.
actions-locations-not-read = Todavía no se han leído ubicaciones. Llegan con la próxima sincronización.
actions-sublocation = Sububicación (opcional)
actions-item-field = Artículo
actions-item-missing = Elija un artículo.
actions-item-not-found = Ningún artículo tiene este nombre.
actions-items-not-read = Todavía no se han leído artículos. Llegan con la próxima sincronización.
actions-note-field = Nota
actions-note-hint = Reemplaza la nota que ya existe. Déjela vacía para quitar la nota.
actions-note-optional = Nota (opcional)
actions-note-required = Nota (obligatoria)
actions-note-missing = Este motivo necesita una nota.
actions-note-left = { $count ->
    [one] Queda { $count } carácter
   *[other] Quedan { $count } caracteres
}
actions-note-over = { $count ->
    [one] Sobra { $count } carácter
   *[other] Sobran { $count } caracteres
}
actions-note-too-long = { $count ->
    [one] A la nota le sobra { $count } carácter.
   *[other] A la nota le sobran { $count } caracteres.
}
# Cómo se entiende un ajuste: en cuánto cambia la cantidad, o en cuánto queda.
actions-quantity = Cantidad
# Lo que tiene el paquete al abrir el formulario. $amount es una cantidad con su unidad, como “10 ea”.
actions-now = Ahora { $amount }
actions-quantity-by = Cambiar en
actions-quantity-to = Fijar en
actions-amount-by = Cambiar en
actions-amount-to = Cantidad nueva
actions-amount-missing = Escriba una cantidad.
actions-amount-below-zero = La cantidad nueva no puede ser menor que cero.
actions-amount-minus = Un signo menos resta, por ejemplo -2.5.
actions-amount-unit = En la unidad del paquete.
actions-amount-units = En la unidad de cada paquete.
actions-reason = Motivo
actions-reason-choose = Elija un motivo
actions-reason-missing = Elija un motivo.
actions-reasons-not-read = Todavía no se han leído los motivos del estado. Llegan con la próxima sincronización.
# $reason es uno de los motivos del estado, tal como los llama.
actions-reason-with-note = { $reason } (necesita una nota)
actions-pick-type = Escriba parte del nombre
actions-pick-show = Mostrar: { $field }

# La revisión: qué pasará con qué.
actions-blank = en blanco
actions-becomes = pasa a
actions-totals = Cantidad por unidad de los paquetes que se pueden poner en cola
actions-totals-unit = Unidad
actions-totals-packages = Paquetes
actions-totals-before = Cantidad ahora
actions-totals-after = Después
actions-part-out = Quedan fuera
actions-part-warned = Mire estos
actions-part-ready = Para poner en cola
actions-line-out = Queda fuera
actions-line-warned = Mire este
actions-show-more = Mostrar { NUMBER($count) } de { NUMBER($rest) } más
actions-show-all = Mostrar los { NUMBER($count) }
actions-changed-title = Algo cambió durante la revisión. No se puso nada en cola; así está ahora.
actions-changed-same = Lo que se ve aquí es igual que antes. Póngalo en cola si todavía es correcto.
# Lo que es distinto desde la última mirada. $tag es el final de la etiqueta, como “…000007”.
actions-changed-new = { $tag } es nuevo aquí.
actions-changed-can = { $tag } ya se puede poner en cola.
actions-changed-cannot = { $tag } ya no se puede poner en cola.
# Ambos son cantidades o nombres, o “en blanco”.
actions-changed-value = { $tag }: antes { $before }, ahora { $after }.
actions-changed-gone = { $tag } ya no está en estos registros.
actions-changed-rest = { $count ->
    [one] También cambió { $count } paquete más.
   *[other] También cambiaron { $count } paquetes más.
}

# El aviso de lo que se puso en cola. $sentence dice qué hace.
actions-queued = En cola: { $sentence }
actions-undo = Deshacer
actions-undone = { $count ->
    [one] { $count } informe deshecho. No se envió.
   *[other] { $count } informes deshechos. No se envió ninguno.
}
actions-undone-none = No se deshizo nada.
# $why es una oración.
actions-undone-not = { $count ->
    [one] No se pudo deshacer { $count } informe. { $why } La bandeja de salida muestra qué pasa con él.
   *[other] No se pudieron deshacer { $count } informes. { $why } La bandeja de salida muestra qué pasa con ellos.
}
actions-gone-out = { $count ->
    [one] Ya salió hacia el estado. La bandeja de salida muestra qué pasa con él.
   *[other] Todos salieron hacia el estado. La bandeja de salida muestra qué pasa con ellos.
}
# Qué pasó con ello. $why es lo que dijo el estado, sin punto.
actions-denied = { $count ->
    [one] El estado lo rechazó: { $why }.
   *[other] El estado rechazó { $count } de estos informes. El último: { $why }.
}
actions-recorded = { $count ->
    [one] El estado registró el informe.
   *[other] El estado registró { $count } informes.
}
