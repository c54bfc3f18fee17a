# Palabras de una transferencia en borrador: su formulario, sus líneas, su revisión, sus etapas.

draft-title = Transferencia
draft-back = Borradores
draft-copy = Copiar este borrador
draft-delete = Eliminar este borrador…

# Si todo está en el disco.
draft-saved = Guardado
draft-saving = Guardando…
draft-not-saved = Todavía no se guardó. { $why }
draft-save-now = Probar ahora
# En un campo o una línea.
draft-field-not-saved = Todavía no se guardó. Se intenta de nuevo.

# El formulario: títulos e indicaciones.
draft-type = Tipo
draft-type-choose = Elija un tipo
draft-type-hint = Como lo llama el estado.
# $things es una lista de los tres siguientes.
draft-type-asks = Pide { $things }.
draft-type-prices = precios al por mayor
draft-type-weights = pesos brutos
draft-type-invoice = un número de factura
draft-type-asks-nothing = No pide nada más.
draft-destination = Licencia de destino
draft-destination-hint = Elija una ya usada o escriba su número de licencia.
draft-departure = Salida
draft-departure-time = Salida, hora
draft-arrival = Llegada
draft-arrival-time = Llegada, hora
draft-time-hint = Hora de California.
# Cómo se escriben un día y una hora donde el sistema no ofrece calendario ni reloj.
draft-day-form = AAAA-MM-DD
draft-time-form = HH:MM
draft-route = Ruta prevista
draft-transporter = Licencia del transportista
draft-transporter-hint = Un transportista para todo el manifiesto.
draft-driver = Conductor
draft-driver-license = Número de licencia del conductor
draft-driver-employee = ID de empleado del conductor
draft-vehicle-plate = Placa del vehículo
draft-vehicle-make = Marca del vehículo
draft-vehicle-model = Modelo del vehículo
draft-phone = Teléfono para preguntas
draft-invoice = Número de factura
draft-name = Nombre de este borrador
draft-name-hint = La plantilla también lo lleva; puede quedar vacío.
draft-note = Nota
draft-note-hint = Para uso propio; no se envía.

# Los tres grupos del formulario, y lo que un grupo dice en una línea cuando tiene todo. Lo que está junto a estas líneas queda como se escribió.
draft-group-where = Adónde
draft-group-when = Cuándo
draft-group-driver = Quién conduce
draft-group-fold = Plegar a una línea
# $kind es el tipo de transferencia, $to el nombre o el número de licencia de un destino.
draft-group-where-line = { $kind } a { $to }
draft-group-invoice-line = Factura { $number }
# Las dos son horas; la segunda es solo la hora del reloj cuando el día es el mismo.
draft-group-when-line = Sale { $departure }, llega { $arrival }
# $make, $model y $plate son de un vehículo.
draft-group-vehicle-line = { $make } { $model }, placa { $plate }

# Enviar.
draft-send = Enviar
draft-send-ask = ¿Enviar esta transferencia?
draft-send-again = Enviar de nuevo
draft-send-again-ask = ¿Enviar de nuevo esta transferencia?
draft-send-changes = Enviar los cambios
draft-send-changes-ask = ¿Enviar los cambios de esta transferencia?
draft-send-unfit = Algo de lo que se escribió no cabe y no se guardó. Corríjalo primero.
draft-send-how = Va a la bandeja de salida y de allí al estado como una sola plantilla. Si ahora no hay conexión, espera en la bandeja. Con esto no se hace ningún manifiesto; después una persona lo registra en el sitio del estado.
draft-send-not-yet = Todavía no

# El borrador en papel.
draft-sheet = Hoja
draft-sheet-open = Abrir la hoja para imprimirla
draft-sheet-save = Guardar la hoja como PDF…

# Lo que hay que saber antes de seguir.
# $stage es la etapa del borrador en palabras.
draft-trouble = { $stage }.
draft-trouble-show = Mostrar su informe
draft-changed-there = La plantilla se cambió en el sitio del estado después de enviarla.
draft-changed-there-more = La versión de aquí se conserva como está. Compare las dos y elija cuál vale.
draft-changed-there-compare = Comparar…
draft-registered = Se registró un manifiesto a partir de este borrador, así que ya no se puede cambiar.
draft-registered-more = Para enviar otra cosa, cópielo.

# Ambas versiones lado a lado.
draft-compare-title = La plantilla se cambió en el sitio del estado
draft-compare-lead = La versión del estado es de: { $time }. No se cambia nada antes de elegir.
draft-compare-later = Decidir después
draft-compare-theirs = Tomar la versión del estado
draft-compare-mine = Conservar la de aquí y enviarla de nuevo
draft-compare-reading = Comparando…
draft-compare-same = Las dos ahora son iguales.
draft-compare-field = Campo
draft-compare-here = Aquí
draft-compare-there = En el estado
draft-compare-empty = vacío
draft-compare-only-here = Solo aquí
draft-compare-only-there = Solo en el estado

# La revisión.
draft-check = Revisión
draft-check-now = Revisar ahora
draft-checking = Revisando…
draft-checking-again = Revisando de nuevo…
# Títulos de lo que se encontró; el primero es también el nombre de un símbolo.
draft-check-stops = Hay que corregir
draft-check-open = Por llenar
draft-check-to-fill-in = { $count ->
    [one] { $count } por llenar
   *[other] { $count } por llenar
}
draft-check-warnings = Conviene mirar
draft-check-warning = Advertencia
# Detrás de lo que se encontró en una línea.
draft-check-alike = { $count ->
    [one] Lo mismo en { $count } línea más.
   *[other] Lo mismo en { $count } líneas más.
}
draft-check-totals = Cantidad por unidad
draft-due = Plazo para informarla: { $time }, 24 horas después de la salida.

# Las etapas.
draft-stages = Etapas
draft-stage-by = { $time }, por { $who }
draft-stage-who = Por { $who }
# Se lee en voz alta detrás de una etapa que falta.
draft-stage-not-yet = (todavía no)
draft-stage-report = Informe en la bandeja de salida

# Lo que una persona hace en el sitio del estado. Las palabras del sitio quedan como son.
draft-register = Regístrela en el sitio del estado
draft-register-why = El estado solo hace un manifiesto desde su propio sitio. La plantilla ya está allí; una persona la registra:
# Lo mismo mientras la plantilla aún no está allí.
draft-register-wait = La plantilla va camino al estado. Cuando esté allí, una persona la registra en el sitio del estado:
draft-register-copy = Copiar el nombre de la plantilla
draft-register-sign-in = Inicie sesión como { $license }.
draft-register-open = Abra Transfers y luego Templates.
draft-register-find = Busque “{ $title }” y elija Register Transfer.
draft-register-look = Revise lo que está llenado y registre. El estado le da su número al manifiesto.
draft-register-then = Trackside ve el manifiesto en la próxima sincronización y sigue desde allí automáticamente.
draft-register-site = Abrir las plantillas de esta licencia en el sitio del estado

# Las líneas y las maneras de agregar más.
draft-lines = Paquetes
draft-lines-of = { NUMBER($count) } de { NUMBER($most) }
draft-lines-table = Paquetes de esta transferencia
draft-lines-none = Todavía no hay paquetes. Escanee sus etiquetas, seleccione o suelte un archivo con una columna de etiquetas, pegue una lista o agregue líneas vacías para escribir.
draft-lines-none-registered = Esta transferencia no tiene paquetes.
draft-add-files = Seleccionar archivos
draft-add-paste = Pegar etiquetas…
draft-add-number = Cuántas líneas agregar
draft-add-lines = { $count ->
    [one] Agregar { $count } paquete
   *[other] Agregar { $count } paquetes
}
draft-add-lines-unknown = Agregar paquetes
draft-added-room = { $count ->
    [one] Se agregó { $count } línea: una transferencia lleva como máximo { NUMBER($most) } paquetes.
   *[other] Se agregaron { $count } líneas: una transferencia lleva como máximo { NUMBER($most) } paquetes.
}
# Qué pasó con los paquetes con los que se hizo un borrador.
draft-begun-none = { $count ->
    [one] No se pudo agregar el paquete.
   *[other] No se pudo agregar ninguno de los { $count } paquetes.
}
draft-begun-some = { $added ->
    [one] Se agregó { $added } paquete
   *[other] Se agregaron { $added } paquetes
}; { $refused ->
    [one] { $refused } no.
   *[other] { $refused } no.
}
draft-drop = { $count ->
    [one] Suelte { $count } archivo de etiquetas para agregar los paquetes a esta transferencia
   *[other] Suelte { $count } archivos de etiquetas para agregar los paquetes a esta transferencia
}
draft-drop-kinds = CSV, TXT o XLSX con una columna de etiquetas.

# Columnas de las líneas.
draft-column-line = Línea
draft-column-tag = Etiqueta
draft-column-item = Artículo y categoría
draft-column-strain = Cepa
draft-column-quantity = Cantidad
draft-column-lab = Laboratorio
draft-column-gross-weight = Peso bruto
draft-column-gross-unit = Unidad de peso
draft-column-price = Precio al por mayor
draft-column-remove = Quitar
# Un campo de una línea. $column es el título de su columna.
draft-line-field = { $column }, línea { NUMBER($line) }
draft-line-remove = Quitar la línea { NUMBER($line) }
draft-line-removed = Se quitó la línea { NUMBER($line) }.
draft-empty-remove = { $count ->
    [one] Quitar { $count } línea vacía
   *[other] Quitar { $count } líneas vacías
}
draft-empty-removed = { $count ->
    [one] Se quitó { $count } línea vacía.
   *[other] Se quitaron { $count } líneas vacías.
}
draft-line-card = Ficha de { $tag }

# Llenar hacia abajo.
draft-fill = Llenar hacia abajo: { $column }
draft-fill-empty = Llenar las líneas vacías de abajo
draft-fill-every = Llenar todas las líneas de abajo
draft-filled-with = { $count ->
    [one] Se llenó { $count } línea con { $value }.
   *[other] Se llenaron { $count } líneas con { $value }.
}
draft-filled = { $count ->
    [one] Se llenó { $count } línea.
   *[other] Se llenaron { $count } líneas.
}
draft-filled-over = { $count ->
    [one] Se llenó { $count } línea
   *[other] Se llenaron { $count } líneas
}; { $over ->
    [one] { $over } valor más no encontró línea y se dejó fuera.
   *[other] { $over } valores más no encontraron línea y se dejaron fuera.
}
draft-fill-none-empty = No hay líneas vacías abajo.
draft-fill-nothing = No hay nada con qué llenar: este campo está vacío.

# Escanear.
draft-scan = Escanee una etiqueta
draft-scan-where = En este campo, o en cualquier parte mientras no se escriba en ningún campo.
# $what es el artículo y su cantidad.
draft-scan-added = { NUMBER($line) }: agregado, { $what }
draft-scan-added-unknown = { NUMBER($line) }: agregado
# $reason es una oración.
draft-scan-refused = Rechazado: { $reason }
draft-scan-refused-unknown = Rechazado: no se pudo agregar esta etiqueta.
draft-scan-failed = No se agregó: { $why }

# Una lista de etiquetas de cualquier parte.
draft-paste-title = Pegar etiquetas
draft-paste-lead = Etiquetas, una por línea o separadas por comas o espacios; o filas de una hoja de cálculo o de la tabla del estado, con encabezado o sin él.
draft-paste-tags = Etiquetas
draft-paste-add = Agregar estos paquetes

# Qué hoja o columna se quiere decir.
draft-question-of-file = { $file }: { $question }
draft-question-tags = { $count ->
    [one] { $count } etiqueta
   *[other] { $count } etiquetas
}
draft-question-none = No tomar nada

# Qué pasó con un archivo o lo pegado.
draft-outcome = Lo que se agregó
draft-outcome-copy = Copiar la lista
draft-outcome-save = Guardar…
draft-refused = { $count ->
    [one] { $count } etiqueta no agregada
   *[other] { $count } etiquetas no agregadas
}
draft-refused-file = Archivo
draft-refused-line = Línea
draft-refused-line-or-row = Línea o fila
draft-refused-tag = Etiqueta
draft-refused-why = Por qué no se agregó
# El encabezado de la última columna en la lista copiada.
draft-refused-reason = Motivo
