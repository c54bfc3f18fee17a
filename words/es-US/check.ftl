# Cómo se llama un borrador de transferencia, qué dice su revisión y qué responden sus órdenes.

# Lo que dice la revisión del borrador en conjunto. $to: el destino; vacío mientras no se escribe nada.
check-ready = { $count ->
    [one] Listo para enviar: { $count } paquete a { $to }.
   *[other] Listo para enviar: { $count } paquetes a { $to }.
}
check-to-fix = { $count ->
    [one] Primero hay que corregir { $count } cosa.
   *[other] Primero hay que corregir { $count } cosas.
}
check-name-too-long = El nombre de este borrador tiene { NUMBER($found) } caracteres; la plantilla admite { NUMBER($most) } como máximo. Acórtelo.
check-name-source = Trackside: una plantilla se reconoce por una marca en su nombre

# Lo que está mal en una línea del borrador. $why: por qué un texto no es una etiqueta, como frase sin punto. $obstacle: qué está mal y qué hacer, después de “Este paquete”.
check-line-tag = { $why }. Corríjala o quite la línea.
check-line-twice = Este paquete ya está en una línea anterior. Quite una de las dos.
check-line-unknown = Este paquete no está entre los paquetes de esta licencia según la última lectura. Compare la etiqueta.
check-line-lab = Este paquete está en el estado de laboratorio “{ $state }”; el destino no puede venderlo tal como está.
check-line-other-draft = Este paquete también está en otro borrador: { $draft }. Solo puede salir una vez.
check-line-sold = Se vendió algo de este paquete. Asegúrese de que lo que queda deba salir.

# Cómo se llama un borrador sin nombre en una lista.
check-title-empty = Transferencia aún sin destino
check-title-day = Transferencia del { $day }
check-title-to = A { $to }
check-title-to-day = A { $to }, { $day }
check-title-copy = { $name } (copia)

# Un campo del borrador al comienzo de una frase.
check-field-name = El nombre de este borrador
check-field-type = El tipo
check-field-recipient = La licencia de destino
check-field-recipient-name = El nombre del destino
check-field-invoice = El número de factura
check-field-route = La ruta planificada
check-field-departure = La salida
check-field-arrival = La llegada
check-field-transporter = La licencia del transportista
check-field-transporter-name = El nombre del transportista
check-field-driver = El conductor
check-field-driver-license = El número de licencia de conducir
check-field-employee-id = El ID de empleado del conductor
check-field-make = La marca del vehículo
check-field-model = El modelo del vehículo
check-field-plate = La placa del vehículo
check-field-phone = El teléfono para preguntas
check-field-note = La nota
check-field-tag = La etiqueta
check-field-gross-weight = El peso bruto
check-field-gross-unit = La unidad del peso bruto
check-field-price = El precio

# Dónde va un borrador.
check-stage-draft = Borrador en esta computadora
check-stage-template = Plantilla en el estado; regístrela allí

# $state: la situación de la transferencia en palabras; $number: el del manifiesto.
check-stage-manifest = { $state }, manifiesto { $number }
check-stage-create-waiting = La plantilla espera en la bandeja de salida
check-stage-create-sending = La plantilla se está enviando
check-stage-create-checking = La plantilla se está revisando en el estado
check-stage-create-needs-you = La plantilla le necesita: vea la bandeja de salida
check-stage-create-refused = El estado rechazó la plantilla
check-stage-update-waiting = La plantilla cambiada espera en la bandeja de salida
check-stage-update-sending = La plantilla cambiada se está enviando
check-stage-update-checking = La plantilla cambiada se está revisando en el estado
check-stage-update-needs-you = La plantilla cambiada le necesita: vea la bandeja de salida
check-stage-update-refused = El estado rechazó la plantilla cambiada
check-stage-delete-waiting = La eliminación de la plantilla espera en la bandeja de salida
check-stage-delete-sending = La eliminación de la plantilla se está enviando
check-stage-delete-checking = La eliminación de la plantilla se está revisando en el estado
check-stage-delete-needs-you = La eliminación de la plantilla le necesita: vea la bandeja de salida
check-stage-delete-refused = El estado rechazó la eliminación de la plantilla

# Los pasos de un borrador y quién dio uno.
check-step-drafted = Redactado
check-step-queued = En la bandeja de salida
check-step-template = Plantilla en el estado
check-step-registered = Registrada
check-step-in-transit = En tránsito
check-step-received = Recibida
check-step-read-back = Trackside, comprobado en el estado
check-step-manifest = Manifiesto { $number }

# Lo que difiere entre un borrador y la plantilla que tiene el estado: el campo.
check-differs-destination = Destino
check-differs-type = Tipo
check-differs-invoice = Factura
check-differs-route = Ruta
check-differs-departure = Salida
check-differs-arrival = Llegada
check-differs-transporter = Transportista
check-differs-driver = Conductor
check-differs-driver-license = Licencia de conducir
check-differs-employee-id = ID de empleado
check-differs-make = Marca del vehículo
check-differs-model = Modelo del vehículo
check-differs-plate = Placa

# Lo que responde una orden que no se cumplió. Lo que termina en -next dice qué hacer ahora.
check-too-lively = Otra cosa está cambiando este borrador todo el tiempo, así que esto no se hizo. No se cambió nada.
check-deleted = Este borrador se eliminó.
check-deleted-next = Vuelva a la lista de borradores.
check-not-your-license = { $license } no es una de sus licencias aquí. No se creó ninguna transferencia.
check-not-your-license-next = Elija una de sus licencias o conecte las claves que abren esta.
check-bad-count = Aquí se necesita un número de 1 a { NUMBER($most) }.
check-bad-count-next = Ingrese un número así.
check-full = Este borrador tiene { NUMBER($most) } líneas, lo máximo que admite una transferencia. No se agregó ninguna línea.
check-full-next = Quite primero una línea o cree otra transferencia.

# $stage: dónde está la transferencia, como dice check-stage-manifest.
check-registered-already = Esta transferencia ya está registrada ({ $stage }). No se cambió nada.
check-registered-already-next = Copie el borrador para crear otra transferencia o cambie el manifiesto en el sitio del estado.
check-no-license = No hay ninguna licencia elegida, así que no hay borradores que mostrar.

# $check: lo que dice la revisión en conjunto, una frase.
check-not-ready = Esta transferencia aún no se puede enviar. { $check }
check-not-ready-next = La revisión muestra qué corregir; cada línea lleva a su campo.
check-being-deleted = La plantilla de esta transferencia se está eliminando en el estado. No se envió nada.
check-being-deleted-next = Espere a que ya no esté o deshaga la eliminación en la bandeja de salida; luego envíe de nuevo.
check-on-its-way = Una versión anterior de esta transferencia va en camino al estado y aún no se sabe cómo terminó. No se envió nada dos veces.
check-on-its-way-next = Espere a que la bandeja de salida lo sepa o resuélvalo allí si le necesita; luego envíe de nuevo.
check-not-read-yet = El estado tiene esta transferencia, pero su plantilla aún no se leyó de allí. No se envió nada.
check-not-read-yet-next = Sincronice y envíe después. Si la plantilla no está en el sitio del estado, copie este borrador y envíe la copia.
check-look-at-outbox = Vea la bandeja de salida y luego pruebe de nuevo.
check-not-deleted = Esta transferencia va en camino al estado y aún no se sabe cómo terminó. No se eliminó nada.
check-not-deleted-next = Espere a que la bandeja de salida lo sepa o resuélvalo allí si le necesita; luego elimínela.
check-too-many-lines = Con los paquetes de la plantilla este borrador tendría { NUMBER($after) } líneas; una transferencia admite { NUMBER($most) } como máximo. No se tomó nada.
check-too-many-lines-next = Divida la plantilla en el sitio del estado; luego sincronice y compare de nuevo.
check-no-template = El estado no tiene ninguna plantilla de este borrador, según la última lectura.
check-no-template-next = Sincronice y luego abra de nuevo el borrador.

# Agregar paquetes a un borrador. $added: paquetes; $lines: líneas que no se agregaron.
check-added-nothing = No se agregó nada.
check-added-nothing-yet = Aún no se agregó nada.
check-added-none = No se agregó ningún paquete; la lista dice por qué en cada línea.
check-added = { $added ->
    [one] Se agregó { $added } paquete.
   *[other] Se agregaron { $added } paquetes.
}
check-added-but = { $added ->
    [one] { $lines ->
        [one] Se agregó { $added } paquete; { $lines } línea no.
       *[other] Se agregó { $added } paquete; { $lines } líneas no.
    }
   *[other] { $lines ->
        [one] Se agregaron { $added } paquetes; { $lines } línea no.
       *[other] Se agregaron { $added } paquetes; { $lines } líneas no.
    }
}
check-files-unread = { $count ->
    [one] Un archivo no se pudo leer.
   *[other] Algunos archivos no se pudieron leer.
}

# $file: el nombre de un archivo; $day: un día en palabras; $who: quién lo hizo.
check-read-before = { $file } ya se había leído el { $day } por { $who }; entonces se agregaron { NUMBER($count) } de sus etiquetas.
check-too-many-selected = Hay { NUMBER($count) } paquetes seleccionados; una transferencia admite { NUMBER($most) } como máximo.
check-too-many-selected-next = Filtre la tabla o seleccione menos paquetes y luego pruebe de nuevo.
check-list-gone = Esta lista ya no está.
check-list-gone-next = Lea el archivo de nuevo.

# Títulos del archivo de líneas rechazadas.
check-refused-tag = Etiqueta
check-refused-line = Línea o fila
check-refused-reason = Motivo

# Archivos de los que se leen etiquetas. $why: las palabras del sistema.
check-file-unreadable = Este archivo no se puede leer ({ $why }). Revise que todavía esté allí y luego pruebe de nuevo.
# Va en $why de check-file-unreadable.
check-file-is-folder = es una carpeta
check-scanned-columns = Esto es más de una etiqueta, en columnas. Use “Pegar etiquetas”.

# Lo que se leyó de un archivo. $sheet: de un libro; $words: lo que se leyó, en frases.
check-file-sheet = { $file }, { $sheet }
check-file-read-as = { $file }: { $words }
check-file-gone = Trackside ya no conoce este archivo. No se agregó nada.
check-file-gone-next = Elíjalo de nuevo.
check-no-open-dialog = No se pudo mostrar la ventana para elegir archivos. No se agregó nada.
check-no-open-dialog-next = Pruebe de nuevo o suelte los archivos sobre la ventana.

# Se soltó algo sobre la ventana y el sistema no dio ningún archivo. $system: “Windows”.
check-no-file = { $system } no dio ningún archivo. No se agregó nada.
check-no-file-unnamed = El sistema no dio ningún archivo. No se agregó nada.
check-no-file-next = Use Seleccionar archivos o guarde primero el adjunto.

# Un borrador en papel: títulos, etiquetas y lo que va arriba y abajo.
check-paper-item = Artículo
check-paper-quantity = Cantidad
check-paper-lab = Laboratorio
check-paper-gross-weight = Peso bruto
check-paper-price = Precio
check-paper-sender = Remitente
check-paper-type = Tipo
check-paper-destination = Destino
check-paper-invoice = Factura
check-paper-departure = Salida
check-paper-arrival = Llegada
check-paper-transporter = Transportista
check-paper-phone = Teléfono
check-paper-driver = Conductor
check-paper-driver-license = Licencia de conducir
check-paper-employee-id = ID de empleado
check-paper-vehicle = Vehículo
check-paper-packages = Paquetes
check-paper-route = Ruta
check-paper-note = Nota
check-paper-stops = { $count ->
    [one] { $count } de estas líneas no puede salir como está; la revisión de Trackside dice por qué.
   *[other] { $count } de estas líneas no pueden salir como están; la revisión de Trackside dice por qué.
}
check-paper-not-a-manifest = Un borrador hecho con Trackside, para preparar la carga. No es un manifiesto: una carga solo puede salir con el manifiesto que imprime el sistema del estado.

# $draft: su número; $stage: dónde va; $moment: cuándo se imprimió.
check-paper-foot = Borrador { $draft }, { $stage }, impreso { $moment }
