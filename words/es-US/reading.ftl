# Palabras de la lectura del estado: sus listas, por qué no se leyó una, qué se interpuso, y las columnas de las tablas.

# Las listas del estado, como títulos.
reading-list-packages-active = Paquetes activos
reading-list-packages-on-hold = Paquetes en retención
reading-list-packages-inactive = Paquetes inactivos
reading-list-packages-in-transit = Paquetes en tránsito
reading-list-packages-transferred = Paquetes transferidos
reading-list-lab-samples = Muestras de laboratorio
reading-list-incoming-transfers = Transferencias entrantes
reading-list-outgoing-transfers = Transferencias salientes
reading-list-rejected-transfers = Transferencias rechazadas
reading-list-transfer-templates = Plantillas de transferencia
reading-list-transfer-details = Paquetes de las transferencias
reading-list-items = Artículos
reading-list-strains = Cepas
reading-list-locations = Ubicaciones
reading-list-categories = Categorías de artículos
reading-list-units = Unidades de medida
reading-list-employees = Empleados
reading-list-adjust-reasons = Motivos de ajuste
reading-list-transfer-types = Tipos de transferencia
reading-list-drivers = Conductores
reading-list-vehicles = Vehículos
reading-list-inactive-items = Artículos inactivos
reading-list-inactive-strains = Cepas inactivas
reading-list-inactive-locations = Ubicaciones inactivas
reading-list-package-tags = Etiquetas de paquete
reading-list-plant-tags = Etiquetas de planta

# Por qué se dejó fuera una lista. El último puede ir tras cada uno de los otros.
reading-left-out-not-permitted = Sus claves no pueden leer esta lista.
reading-left-out-not-there = El estado no tiene esta lista para esta licencia.
reading-left-out-pages-apart = Las páginas de esta lista del estado no concordaban entre sí. Lo que ya se leyó se conserva, y Trackside prueba de nuevo por sí solo.
reading-left-out-state-failed = El sistema del estado falló cuando se le pidió esta lista. Lo que ya se leyó se conserva, y Trackside prueba de nuevo por sí solo.
reading-left-out-refused = El estado se negó a dar esta lista.
reading-left-out-details = { $count ->
    [one] No se pudo leer lo que lleva { $count } transferencia: el estado falló o se negó. Trackside prueba de nuevo por sí solo.
   *[other] No se pudo leer lo que llevan { $count } transferencias: el estado falló o se negó. Trackside prueba de nuevo por sí solo.
}
reading-state-said = El estado dijo: { $said }

# Por qué una lectura terminó antes. Cada uno va tras dos puntos.
reading-run-canceled = cancelado
reading-run-not-this-license = estas claves ya no abren la licencia { $license }
# $list es el título de una de las listas.
reading-run-pages-apart = { $list }: no se pudo leer hasta el final, las páginas del estado no concordaban entre sí
# $details son las palabras de un programa.
reading-run-note = no se pudo usar una nota de lo que se leyó: { $details }
reading-run-aborted = una parte de la lectura terminó de forma anormal: { $details }
reading-run-writing-ended = terminó la escritura de una página

# Por qué falló una llamada al estado. Cada uno va tras dos puntos. $call es una llamada por su dirección, como GET /packages/v2/active.
reading-call-wrong-key = el estado no acepta estas claves
reading-call-not-permitted = estas claves no pueden leer { $call }
reading-call-not-found = el estado no tiene nada en { $call }
reading-call-refused = el estado rechazó { $call }: { $said }
reading-call-too-large = el estado consideró demasiado grande { $call }
reading-call-asked-to-wait = el estado pidió esperar hasta { $time }
# $fault es uno de los cuatro siguientes.
reading-call-fault = { $fault } en { $call }
reading-fault-failed = el sistema del estado falló
reading-fault-not-available = el sistema del estado no está disponible
reading-fault-cut-off = la respuesta del estado se cortó
reading-fault-unreadable = la respuesta del estado no se puede leer
# $why es uno de los cuatro siguientes.
reading-call-no-answer = sin respuesta del estado: { $why }
reading-unreachable-no-name = no se pudo encontrar la dirección
reading-unreachable-no-connection = allí no responde nadie
reading-unreachable-timed-out = no hubo respuesta a tiempo
reading-unreachable-cut = la conexión se cortó

# Lo que está entre esta computadora y el estado. Cada uno va tras dos puntos. $status es un número de HTTP.
reading-between-answered = algo entre esta computadora y el estado respondió ({ $status }) en lugar del estado
reading-between-no-tls = algo entre esta computadora y el estado impide una conexión segura
reading-between-sign-in = esta red pide iniciar sesión
reading-between-proxy-sign-in = el proxy { $proxy } pide un usuario y una contraseña
reading-between-some-proxy-sign-in = el proxy de esta red pide un usuario y una contraseña
reading-between-proxy-refuses = el proxy { $proxy } no conecta con el estado
reading-between-some-proxy-refuses = el proxy de esta red no conecta con el estado
reading-between-clock = el reloj de esta computadora marca { $time }, lo que no puede ser
reading-between-ran-out = el certificado venció el { $until }, y el reloj de esta computadora marca { $time }
reading-between-certificate = un certificado emitido por { $issuer } está entre esta computadora y el estado
reading-between-some-certificate = un certificado de un emisor desconocido está entre esta computadora y el estado

reading-host-not-a-state = “{ $letters }” no son las dos letras de un estado
reading-host-not-loopback = { $address } no es esta computadora; la demostración no funciona en otro lugar

# Qué pasó con una respuesta, donde irían las palabras del estado.
reading-answer-row = Fila { NUMBER($row) }: { $message }
reading-answer-gave-up = el estado dejó de esperar
reading-answer-too-long = la respuesta del estado ({ $status }) es más larga de lo que puede ser una respuesta
reading-answer-cut-off = la respuesta del estado ({ $status }) se cortó: { $details }
# $what es una de las frases de arriba.
reading-answer-status = { $what } ({ $status })
reading-answer-status-said = { $what } ({ $status }): { $said }
reading-answer-not-text = la respuesta no es texto
reading-answer-page-too-long = más larga de lo que puede ser una página
reading-answer-pages-apart = { $count ->
    [one] las páginas de { $count } registro no concordaban entre sí
   *[other] las páginas de { $count } registros no concordaban entre sí
}
reading-connection-failed = la conexión falló

# Quién empacó, donde la lista del estado no lo dice.
reading-packaged-by-not-named = La lista de paquetes transferidos del estado no nombra a quien empacó.
reading-packaged-by-not-told = No se dice: la lista de paquetes transferidos del estado no nombra a quien empacó
# $party es una licencia con el nombre de su negocio.
reading-packaged-by-item-origin = { $party } (por el origen del artículo)

# Los encabezados de las columnas de las tablas.
reading-column-tag = Etiqueta
reading-column-source-harvests = Cosechas de origen
reading-column-source-packages = Paquetes de origen
reading-column-location = Ubicación
reading-column-item = Artículo
reading-column-category = Categoría
reading-column-item-strain = Cepa del artículo
reading-column-quantity = Cantidad
reading-column-unit = Unidad
reading-column-production-batch = N.º de lote de producción
reading-column-lab-testing = Estado de laboratorio
reading-column-trade-sample = Muestra comercial
reading-column-donation = Donación
reading-column-testing-sample = Muestra de prueba
reading-column-hold = Retención
reading-column-flags = Marcas
reading-column-packaged-date = Fecha de empaque
reading-column-expiration = Fecha de vencimiento
reading-column-packaged-by = Empacado por
reading-column-received = Recibido
reading-column-received-from = Recibido de
reading-column-finished = Finalizado
reading-column-manifest = N.º de manifiesto
reading-column-recipient = Destinatario
reading-column-note = Nota
reading-column-license = Licencia
reading-column-tested = Probado
reading-column-tests = Pruebas
reading-column-failed = Pruebas falladas
reading-column-result = Resultado
reading-column-released = Publicado
reading-column-template = Plantilla
reading-column-origin = Origen
reading-column-destination = Destino
reading-column-transfer-type = Tipo
reading-column-transporter = Transportista
reading-column-driver = Conductor
reading-column-vehicle = Vehículo
reading-column-packages = Paquetes
reading-column-packages-received = Paquetes recibidos
reading-column-state = Situación
reading-column-departs = Salida prevista
reading-column-departed = Salida
reading-column-arrives = Llegada prevista
reading-column-arrived = Llegada
reading-column-created = Creado
reading-column-created-by = Creado por
reading-column-last-modified = Última modificación
reading-column-location-type = Tipo de ubicación
reading-column-for-packages = Para paquetes
reading-column-for-plants = Para plantas
reading-column-for-plant-batches = Para lotes de plantas
reading-column-for-harvests = Para cosechas
reading-column-brand = Marca
reading-column-quantity-type = Tipo de cantidad
reading-column-approval = Estado de aprobación
reading-column-used = En uso
reading-column-description = Descripción
reading-column-strain = Cepa
reading-column-testing-status = Estado de pruebas
reading-column-genetics = Genética
reading-column-employee = Empleado
reading-column-employee-license = Licencia de empleado
reading-column-begins = Fecha de inicio
reading-column-ends = Fecha de fin
reading-column-owner = Propietario
reading-column-manager = Gerente
reading-column-tag-type = Tipo de etiqueta
reading-column-employee-number = N.º de empleado
reading-column-drivers-license = N.º de licencia de conducir
reading-column-make = Marca
reading-column-model = Modelo
reading-column-plate = N.º de placa
