# La guía de formato CSV: cómo es cada archivo de la importación de datos del estado. Los encabezados y las palabras del estado quedan como el estado los tiene.

guide-title = Guía de formato CSV
guide-also = csv importar datos subir plantilla columnas formato archivo hoja de cálculo epa
guide-lead = Cómo está hecho cada archivo CSV de la importación de datos del estado: sus columnas en el orden del estado, qué contienen y un ejemplo.
guide-loading = Abriendo la guía…
guide-search = Buscar archivos y columnas
guide-files = Archivos
guide-none = Ningún archivo coincide con “{ $text }”
guide-none-words = Se busca en los títulos, en los encabezados y en lo que contiene cada columna.
guide-found = { $count ->
    [one] { $count } archivo
   *[other] { $count } archivos
}

# Un archivo de la guía.
guide-licenses = Para: { $licenses }
guide-columns = Columnas
guide-column-number = N.º
guide-column-heading = Encabezado
guide-column-holds = Contiene
guide-column-needed = Obligatorio
guide-column-limit = Límite
guide-column-example = Ejemplo
guide-rows = Filas
guide-notes = Conviene saber
guide-example = Archivo de ejemplo
guide-example-copy = Copiar el ejemplo
guide-template = Guardar plantilla
guide-template-busy = Guardando…
guide-print = Imprimir
guide-print-this = Este archivo
guide-print-all = Todos los archivos
# En palabras para lectores de pantalla, donde una celda está vacía.
guide-no-limit = Sin límite
guide-blank = En blanco

# Si una celda debe llenarse. $column es un encabezado.
guide-needed-always = Siempre
guide-needed-never = Puede quedar en blanco
guide-needed-when-is = Cuando { $column } es { $word }
guide-needed-when-filled = Cuando { $column } está lleno
guide-needed-when-blank = Cuando { $column } está en blanco
guide-needed-when-above-zero = Cuando { $column } es mayor que 0
guide-needed-when-reason-asks = Cuando el motivo ({ $column }) exige una nota

# Límites de una celda.
guide-limit-letters = { $most ->
    [one] { $most } carácter como máximo
   *[other] { $most } caracteres como máximo
}
guide-limit-at-most = { NUMBER($most) } como máximo
guide-limit-together = { NUMBER($most) } como máximo entre todas las filas de un registro

# Cómo las filas forman registros. $own y $key son encabezados.
guide-rows-single = Cada fila es un registro.
guide-rows-but = Las filas que solo se distinguen en { $own } son un mismo registro, y cada una le agrega lo suyo. Una cantidad cuenta una sola vez para el registro, tenga las filas que tenga.
# Varios encabezados: $before son todos menos el último, separados por comas.
guide-headings = { $before } y { $last }
guide-rows-together = Las filas con el mismo { $key } son un mismo registro, y cada una le agrega su { $own }. Todo lo demás debe ser igual en esas filas.
guide-way-call = La API del estado recibe cada registro como { $call }.
guide-way-transfer = En Trackside se suelta sobre el borrador de una transferencia y se convierte en sus paquetes.

# Qué contiene una columna.
guide-holds-plant-tag = Etiqueta de planta, 24 caracteres
guide-holds-plant-tags = Etiquetas de planta separadas por “|”
guide-holds-new-plant-tag = Etiqueta de planta sin usar, 24 caracteres
guide-holds-package-tag = Etiqueta de paquete, 24 caracteres
guide-holds-new-package-tag = Etiqueta de paquete sin usar, 24 caracteres
guide-holds-plant-batch = Nombre de un lote de plantas
guide-holds-new-plant-batch = Nombre para un nuevo lote de plantas
guide-holds-harvest = Nombre de una cosecha
guide-holds-harvest-to-join = Nombre de una cosecha, nueva o activa
guide-holds-strain = Nombre de una cepa
guide-holds-item = Nombre de un artículo
guide-holds-location = Nombre de una ubicación
guide-holds-sublocation = Nombre de una sububicación
guide-holds-amount = Cantidad mayor que 0
guide-holds-amount-or-zero = Cantidad, 0 o más
guide-holds-change = Cantidad, menor que 0 cuando disminuye
guide-holds-price = Dólares
guide-holds-unit = Unidad de medida, como Grams o Gallons
guide-holds-weight-unit = Unidad de peso, como Grams
guide-holds-day = Día, como { $iso } o { $us }
guide-holds-percentage = Porcentaje, de 0 a 100: 30, no 0.3
guide-holds-count = Número entero mayor que 0
guide-holds-count-change = Número entero, menor que 0 cuando disminuyen
guide-holds-one-of = Uno de estos: { $words }
guide-holds-waste-method = Uno de los métodos de desecho del estado
guide-holds-waste-reason = Uno de los motivos de desecho del estado
guide-holds-adjustment-reason = Uno de los motivos de ajuste del estado
guide-holds-yes-no = True (sí) o False (no); en blanco es False
guide-holds-license = Número de licencia
guide-holds-text = Texto

# Qué significa una columna.
guide-means-plant = La planta.
guide-means-batch = El lote de plantas.
guide-means-package = El paquete.
guide-means-day = El día en que se hizo, en California.
guide-means-patient = El paciente para quien es. El sistema de California no tiene pacientes: déjelo en blanco.
guide-means-sublocation = El lugar dentro de la ubicación, cuando la licencia tiene sububicaciones.
guide-means-additive-type = Qué tipo de aditivo es.
guide-means-trade-name = El nombre con que se vende el producto.
guide-means-epa = El número de la etiqueta del producto con que lo conoce la EPA.
guide-means-supplier = Quién vendió el producto.
guide-means-device = Con qué se aplicó.
guide-means-total = Cuánto se aplicó en total.
guide-means-unit = La unidad de esa cantidad.
guide-means-ingredient = Un ingrediente activo del producto; cada uno de los demás tiene su propia fila.
guide-means-percentage = Qué parte del producto es este ingrediente.
guide-means-change = En cuánto cambia el paquete.
guide-means-batch-change = En cuántas plantas cambia el lote.
guide-means-adjustment-reason = Por qué se ajusta.
guide-means-reason-note = Lo que pasó, en sus propias palabras.
guide-means-employee = La licencia del empleado que lo hizo. La API del estado no tiene un campo para ella.
guide-means-new-package = La etiqueta que lleva el nuevo paquete.
guide-means-package-location = Dónde se guarda el nuevo paquete.
guide-means-item = Qué hay en el nuevo paquete.
guide-means-package-unit = La unidad en que se pesa el nuevo paquete.
guide-means-package-count = Cuántas plantas van en el paquete.
guide-means-note = Lo que deba recordarse del nuevo paquete.
guide-means-production-batch = El número del lote de producción, cuando el paquete es un lote de producción.
guide-means-trade-sample = Si el nuevo paquete es una muestra comercial.
guide-means-donation = Si el nuevo paquete es una donación.
guide-means-harvest = La cosecha de donde viene; cada una de las demás tiene su propia fila.
guide-means-harvest-weight = Cuánto de esa cosecha va en el paquete.
guide-means-cut-weight = El peso húmedo de lo que se cortó.
guide-means-cut-count = De cuántas plantas es el peso.
guide-means-drying-location = Dónde se seca.
guide-means-harvest-to-join = La cosecha en la que entra. Si queda en blanco, el estado forma el nombre con el día y la ubicación.
guide-means-move-location = Dónde está la planta a partir de entonces.
guide-means-waste-method = Cómo se dejó inutilizable.
guide-means-mixed-material = Con qué se mezcló.
guide-means-waste-weight = Cuánto se desechó.
guide-means-waste-reason = Por qué hubo desecho.
guide-means-destroy-reason = Por qué se destruyeron.
guide-means-waste-location = La ubicación de cuyas plantas es el desecho, cuando no se nombran plantas.
guide-means-waste-plants = Las plantas de las que es el desecho, cuando no se nombra una ubicación.
guide-means-destroy-count = Cuántas plantas del lote se destruyeron.
guide-means-growth-count = Cuántas plantas del lote reciben una etiqueta y siguen creciendo.
guide-means-starting-tag = La etiqueta de la primera planta; las demás reciben las que le siguen.
guide-means-growth-phase = La fase en la que siguen creciendo.
guide-means-growth-location = Dónde están a partir de entonces.
guide-means-source-plant = La planta de la que se toman.
guide-means-plant-batch-type = Si son semillas o clones.
guide-means-new-batch = El nombre del nuevo lote de plantas.
guide-means-planting-count = Cuántas plantas tiene el nuevo lote.
guide-means-strain = La cepa del nuevo lote de plantas.
guide-means-batch-location = Dónde está el nuevo lote de plantas.
guide-means-source-package = El paquete del que vienen.
guide-means-taken = Cuánto se saca del paquete.
guide-means-planted-day = El día en que se plantaron, en California.
guide-means-unpackaged-day = El día en que salieron del paquete, en California.
guide-means-split-count = Cuántas plantas van en el nuevo lote.
guide-means-list-tag = Un paquete que va en la transferencia.
guide-means-list-weight = Lo que pesa el paquete con su envoltura.
guide-means-list-unit = La unidad del peso bruto.
guide-means-list-price = El precio al por mayor de todo el paquete.

# Qué más conviene saber de un archivo.
guide-note-total = La cantidad de una fila es solo de esa planta: 5 galones en las filas de 40 plantas serían 200 galones en los libros del estado. Divida lo que se aplicó a todas.
guide-note-points = Un ingrediente que es el 30 % del producto es 30. Todos los ingredientes de una aplicación juntos son 100 como máximo.
guide-note-change = La cantidad es la diferencia y no lo que queda: -2 cuando faltan dos.
guide-note-yes-no = El estado escribe True y False.
guide-note-harvest = Las plantas con el mismo nombre de cosecha, día y ubicación entran en una sola cosecha. El mismo nombre en otro día o en otra ubicación empieza otra cosecha.
guide-note-manicured-twice = Una planta puede manicurarse varias veces, incluso en un mismo día. Cada vez tiene una fila.
guide-note-waste-first = Registre el desecho de las plantas antes de destruirlas.
guide-note-tags-in-a-row = Una fila usa tantas etiquetas como plantas tiene, una tras otra desde la primera. No deje huecos entre ellas, y haga que la fila siguiente empiece después de la última.
guide-note-no-vegetative = California no rastrea una fase vegetativa: las plantas que reciben una etiqueta están en Flowering (floración).
guide-note-like-mother-plants = Las plantas empacadas salen de su lote. El archivo “Paquetes de plantas madre” tiene las mismas columnas y deja el lote como está.
guide-note-like-immature-packages = El lote conserva sus plantas. El archivo “Paquetes de plantas inmaduras” tiene las mismas columnas y saca las plantas de su lote.
guide-note-no-mothers = Por regla general, las licencias de California no tienen plantas madre; el estado puede rechazar este archivo.
guide-note-batch-name = En California el nombre de un nuevo lote de plantas es una etiqueta de planta sin usar, y un lote tiene 100 plantas como máximo.
guide-note-list-column = Basta una columna de etiquetas, sin importar qué haya al lado ni en qué orden. Puede llamarse Tag, Package Tag, Label, UID o Etiqueta. Sin encabezados, las cuatro columnas van en el orden de arriba.
guide-note-list-files = Se leen archivos CSV, TXT, TSV y XLSX, y una lista se puede pegar.
guide-note-list-lines = Lo que no se puede agregar, porque no es una etiqueta o el paquete no puede ir, aparece con su línea y el motivo. Lo demás se agrega.

# Los archivos: cómo se llama cada uno y para qué es.
guide-plant-additives = Aditivos de plantas
guide-plant-additives-purpose = Registra fertilizantes, pesticidas y otros aditivos aplicados a plantas con etiqueta.
guide-immature-plant-additives = Aditivos de plantas inmaduras
guide-immature-plant-additives-purpose = Registra fertilizantes, pesticidas y otros aditivos aplicados a lotes de plantas.
guide-package-adjustments = Ajustes de paquetes
guide-package-adjustments-purpose = Corrige la cantidad de paquetes, con el motivo.
guide-packages-from-harvests = Paquetes de cosechas
guide-packages-from-harvests-purpose = Hace paquetes de una o más cosechas.
guide-harvest-plants = Cosechar plantas
guide-harvest-plants-purpose = Registra plantas cortadas, con su peso húmedo.
guide-manicure-plants = Manicurar plantas
guide-manicure-plants-purpose = Registra lo que se cortó de plantas que siguen creciendo.
guide-plant-locations = Ubicaciones de plantas
guide-plant-locations-purpose = Mueve plantas con etiqueta a otra ubicación.
guide-plant-waste = Desecho de plantas
guide-plant-waste-purpose = Registra el desecho de plantas con etiqueta que siguen creciendo.
guide-immature-plant-waste = Desecho de plantas inmaduras
guide-immature-plant-waste-purpose = Registra el desecho de lotes de plantas que siguen creciendo.
guide-destroy-plants = Destruir plantas
guide-destroy-plants-purpose = Registra plantas con etiqueta que se destruyeron.
guide-destroy-immature-plants = Destruir plantas inmaduras
guide-destroy-immature-plants-purpose = Registra plantas de un lote que se destruyeron.
guide-immature-plant-growth-phase = Fase de crecimiento de plantas inmaduras
guide-immature-plant-growth-phase-purpose = Da una etiqueta a cada planta de un lote y las pasa a su fase siguiente.
guide-immature-plant-packages = Paquetes de plantas inmaduras
guide-immature-plant-packages-purpose = Hace paquetes de plantas que salen de su lote.
guide-packages-from-mother-plants = Paquetes de plantas madre
guide-packages-from-mother-plants-purpose = Hace paquetes de clones o semillas de un lote de plantas madre.
guide-packages-from-plants = Paquetes de plantas
guide-packages-from-plants-purpose = Hace paquetes de clones o semillas de una planta con etiqueta.
guide-plantings-from-packages = Plantaciones de paquetes
guide-plantings-from-packages-purpose = Hace lotes de plantas con los clones o las semillas de un paquete.
guide-plantings-from-plants = Plantaciones de plantas
guide-plantings-from-plants-purpose = Hace lotes de plantas con clones o semillas de una planta con etiqueta.
guide-plant-batch-adjustments = Ajustes de lotes de plantas
guide-plant-batch-adjustments-purpose = Corrige cuántas plantas tiene un lote, con el motivo.
guide-split-plantings = Dividir lotes de plantas
guide-split-plantings-purpose = Hace de una parte de un lote de plantas un lote propio.
guide-tag-list = Etiquetas para una transferencia
guide-tag-list-purpose = Agrega paquetes al borrador de una transferencia por sus etiquetas.
