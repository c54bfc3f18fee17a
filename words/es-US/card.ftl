# La tarjeta de un paquete, que se abre junto a su etiqueta.

card-name = Paquete { $tag }
card-back = Volver a { $tag }
card-copy = Copiar la etiqueta
card-reading = Leyendo este paquete de la copia en esta computadora…
card-actions = Acciones
card-chips = Situación e indicadores

# The lines of the card.
card-held-by = En poder de
card-received = Recibido
card-received-never = Nunca en un manifiesto
card-received-unstated = remitente no indicado
card-received-manifest = Manifiesto { $manifest }
card-location = Ubicación
card-lab-testing = Pruebas de laboratorio
# $state is the state's own term, for example “TestPassed”.
card-lab-since = { $state } desde el { $day }
card-expires = Fecha de vencimiento
card-packaged-date = Fecha de empaque
card-production-batch = Lote de producción
card-source-harvests = Cosechas de origen
card-source-packages = Paquetes de origen
card-as-of = Como lo tenía el estado el { $time }

# What waits in the outbox for the package.
card-outbox = En la bandeja de salida
card-outbox-title = En la bandeja de salida, aún sin registrar
card-outbox-by = { $who }, { $time }

# Who made the package, and how Trackside knows.
card-packaged-by = Empacado por
card-basis-stated = Lo dice el estado
card-basis-never-received-here = Nunca recibido aquí
card-basis-seen = Visto en su licencia
card-basis-seen-at = Visto en su licencia { $license }
card-basis-item-origin = Por el origen del artículo
card-basis-not-stated = No indicado
card-agrees = Coincide
card-disagrees = No coincide
