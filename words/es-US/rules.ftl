# Palabras de las reglas: días y horas, cantidades, etiquetas, lo que impide una acción o una transferencia, quién empacó.

# Por qué no se puede leer una cantidad. Cada uno va tras dos puntos, como en «No se puede leer el peso bruto de la línea 3: …».
rules-amount-not-a-number = no es un número
# Los dos son números: sin la coma, y con un punto en su lugar.
rules-amount-comma = su coma puede significar dos cosas; escriba { $joined } o { $decimal }, según lo que quiera decir
rules-amount-commas = sus comas no separan millares; escriba los decimales con punto, como 1234.5
rules-amount-below-zero = es menor que cero
rules-amount-too-fine = tiene más de seis decimales o es demasiado grande
rules-amount-unknown-unit = “{ $found }” no es una unidad que el estado conozca
# La unidad como la llama el estado.
rules-amount-not-a-weight = { $unit } no es una unidad de peso
rules-amount-unit = tiene una unidad; escriba solo el número
# Dos unidades como las llama el estado.
rules-amount-two-units = dice { $behind } y la unidad a su lado dice { $beside }
rules-amount-money = tiene un signo de dólar

# Por qué un texto no es una etiqueta. Cada uno va tras dos puntos.
rules-tag-empty = aquí no hay ninguna etiqueta
rules-tag-length = una etiqueta tiene 24 caracteres; esto tiene { NUMBER($found) }
rules-tag-character = una etiqueta solo tiene dígitos y letras; “{ $found }” no es ni lo uno ni lo otro

# Lo que impide una acción con un paquete.
rules-action-on-hold = El paquete { $tag } está en retención. No se puede hacer nada con él hasta que se levante la retención.
rules-action-finished = El paquete { $tag } está finalizado. Primero reábralo.
rules-action-not-finished = El paquete { $tag } no está finalizado, así que no hay nada que reabrir.
rules-action-future = El { $day } está en el futuro. Elija hoy o un día anterior.
rules-action-before-packaged = El paquete { $tag } se empacó el { $day }. Elija ese día o uno posterior.
# $left es una cantidad con su unidad.
rules-action-not-empty = El paquete { $tag } todavía contiene { $left }. Ajústelo o véndalo hasta cero antes de finalizarlo.
rules-action-no-change = Un ajuste de cero no cambia nada.
# Dos unidades como las llama el estado.
rules-action-other-measure = El paquete { $tag } se mide en { $held }, y { $typed } no se puede convertir a eso.
rules-action-below-zero = El paquete { $tag } contiene solo { $left }. No se puede quitar más que eso.
rules-action-whole-pieces = El paquete { $tag } se cuenta en piezas enteras. Use un número entero.
rules-action-reason-note = El motivo “{ $reason }” requiere una nota.
rules-action-note-length = { $found ->
    [one] La nota tiene { $found } carácter; caben { NUMBER($most) } como máximo. Acórtela.
   *[other] La nota tiene { $found } caracteres; caben { NUMBER($most) } como máximo. Acórtela.
}

# Lo que impide una transferencia en su conjunto.
rules-transfer-type = Elija el tipo de esta transferencia.
# $kind es el nombre que el estado da al tipo de transferencia.
rules-transfer-invoice-number = El tipo “{ $kind }” requiere un número de factura. Escríbalo.
rules-transfer-load-weight = El estado pedirá el peso bruto de toda la carga cuando esto se registre en su sitio. Téngalo a mano.
rules-transfer-pdf-document = El estado pedirá un documento PDF cuando esto se registre en su sitio. Téngalo a mano.
rules-transfer-destination = Elija la licencia a la que va esto.
rules-transfer-destinations = { $count ->
    [one] Esto tiene { $count } destino. California permite uno por manifiesto: haga una transferencia para cada uno.
   *[other] Esto tiene { $count } destinos. California permite uno por manifiesto: haga una transferencia para cada uno.
}
rules-transfer-to-itself = Esta es su propia licencia. Elija la licencia a la que va la carga.
rules-transfer-license-form = { $number } no parece un número de licencia de California. Compárelo con la licencia.
rules-transfer-wholesale-parties = Un Wholesale Manifest va de un distribuidor a un minorista. Elija Transfer si no hay certeza.
rules-transfer-route = Describa la ruta que se tomará.
rules-transfer-transporter = Escriba la licencia que lleva la carga.
rules-transfer-transporters = { $count ->
    [one] Esto tiene { $count } transportista. California permite uno por manifiesto: haga una transferencia para cada uno.
   *[other] Esto tiene { $count } transportistas. California permite uno por manifiesto: haga una transferencia para cada uno.
}
rules-transfer-transporter-form = El número del transportista { $number } no parece un número de licencia de California. Compárelo con la licencia.
rules-transfer-driver-name = Escriba el nombre del conductor.
rules-transfer-driver-license = Escriba el número de la licencia de conducir del conductor.
rules-transfer-vehicle-make = Escriba la marca del vehículo.
rules-transfer-vehicle-model = Escriba el modelo del vehículo.
rules-transfer-vehicle-plate = Escriba la placa del vehículo.
rules-transfer-phone = Escriba el número de teléfono para preguntas sobre esta carga.
rules-transfer-arrives-first = Llegaría el { $arrival } y saldría el { $departure }. Haga que llegue después de salir.
rules-transfer-departure = Escriba cuándo sale la carga.
rules-transfer-arrival = Escriba cuándo llega la carga.
rules-transfer-late = { $hours ->
    [one] Según este borrador salió el { $departure } y todavía no se ha informado. Lo que ocurre se informa en un plazo de { $hours } hora: envíelo ahora o corrija la hora.
   *[other] Según este borrador salió el { $departure } y todavía no se ha informado. Lo que ocurre se informa en un plazo de { $hours } horas: envíelo ahora o corrija la hora.
}
rules-transfer-departure-passed = La salida, { $departure }, ya pasó. Escriba cuándo sale la carga.
rules-transfer-no-packages = Agregue al menos un paquete.
rules-transfer-too-many = { $count ->
    [one] Esto tiene { $count } paquete; una transferencia lleva { NUMBER($limit) } como máximo. Pase algunos a otra transferencia.
   *[other] Esto tiene { $count } paquetes; una transferencia lleva { NUMBER($limit) } como máximo. Pase algunos a otra transferencia.
}

# Lo que impide una línea de una transferencia. $line es su número.
rules-line-empty = La línea { NUMBER($line) } no tiene etiqueta. Escanee o escriba una, o quite la línea.
rules-line-no-tag = La línea { NUMBER($line) } no tiene etiqueta: { $why }. Corríjala o quite la línea.
rules-line-twice = El paquete { $tag } está en la línea { NUMBER($before) } y en la línea { NUMBER($line) }. Quite una de ellas.
rules-line-unknown-package = El paquete { $tag } de la línea { NUMBER($line) } no está entre los paquetes de esta licencia según la última lectura. Compare la etiqueta o quite la línea.
rules-line-lab-state = El paquete { $tag } de la línea { NUMBER($line) } tiene el estado de laboratorio “{ $state }”. Si { $destination } lo va a vender, debe ser { $states }.
rules-line-other-draft = El paquete { $tag } de la línea { NUMBER($line) } está también en otro borrador: { $draft }. Puede salir una sola vez; quítelo de uno.
rules-line-sold-from = Del paquete { $tag } de la línea { NUMBER($line) } ya se vendió algo. Revise que lo que queda deba salir.
rules-line-weight-zero = El peso bruto de la línea { NUMBER($line) } es cero. Escriba lo que pesa el paquete.
rules-line-weight-unit = El peso bruto de la línea { NUMBER($line) } necesita una unidad de peso, como Grams o Pounds.
rules-line-weight-unread = No se puede leer el peso bruto de la línea { NUMBER($line) }: { $why }.
rules-line-weight-missing = La línea { NUMBER($line) } no tiene peso bruto. Este tipo de transferencia lo requiere.
rules-line-price-unread = No se puede leer el precio al por mayor de la línea { NUMBER($line) }: { $why }.
rules-line-price-missing = La línea { NUMBER($line) } no tiene precio al por mayor. Un Wholesale Manifest requiere uno para cada paquete.
# Dos o más nombres del estado para estados de laboratorio: los anteriores al último van separados por comas.
rules-lab-states = { $before } o { $last }

# Lo que impide que un paquete salga en una transferencia. $package es uno de los dos siguientes, o nada donde el paquete se
# nombra antes.
rules-package-on-line = El paquete { $tag } de la línea { NUMBER($line) }
rules-package-here = Este paquete
rules-obstacle-transferred = { $package } ya pasó a otra licencia. Déjelo fuera.
rules-obstacle-in-transit = { $package } va en camino en otro manifiesto. Déjelo fuera o espere hasta que se reciba o se rechace.
rules-obstacle-in-transit-on = { $package } va en camino en el manifiesto { $manifest }. Déjelo fuera o espere hasta que se reciba o se rechace.
rules-obstacle-finished-on = { $package } se finalizó el { $day }. Primero reábralo, o déjelo fuera.
rules-obstacle-finished = { $package } está finalizado. Primero reábralo, o déjelo fuera.
rules-obstacle-on-hold = { $package } está en retención. No puede salir hasta que se levante la retención; déjelo fuera.
rules-obstacle-empty = { $package } ya no contiene nada. Déjelo fuera o ajuste primero su cantidad.
rules-obstacle-lab-state = { $package } tiene el estado de laboratorio “{ $state }”; { $destination } solo puede recibir { $states }. Déjelo fuera o elija otro destino.

# Cómo se sabe quién empacó un paquete.
rules-packaged-by-stated = El estado nombra a esta licencia como la que lo empacó.
rules-packaged-by-never-received-here = Esta licencia nunca lo recibió en un manifiesto, así que se empacó aquí.
rules-packaged-by-never-received-there = La misma etiqueta está en los libros de esta licencia y nunca se recibió allí.
rules-packaged-by-item-origin = El artículo viene de esta licencia; el estado no dice quién empacó.
rules-packaged-by-from-license = Recibido de { $license }; no se indica quién empacó.
rules-packaged-by-from-business = Recibido de { $name } ({ $license }); no se indica quién empacó.
rules-packaged-by-from-nobody = Recibido en un manifiesto; no se nombra al remitente; no se indica quién empacó.
