# Palabras de la tabla, sean cuales sean sus filas: menús, filtros, columnas, exportación, copia y lo que hay donde no hay filas.

grid-opening = Abriendo…
grid-blank = en blanco
grid-yes = Sí
grid-no = No

# Todas las filas de la tabla, al pie: un mensaje por cada clase de registro.
grid-rows-packages = { $rows ->
    [one] { $rows } paquete
   *[other] { $rows } paquetes
}
grid-rows-samples = { $rows ->
    [one] { $rows } muestra
   *[other] { $rows } muestras
}
grid-rows-transfers = { $rows ->
    [one] { $rows } transferencia
   *[other] { $rows } transferencias
}
grid-rows-templates = { $rows ->
    [one] { $rows } plantilla
   *[other] { $rows } plantillas
}
grid-rows-listed = { $rows ->
    [one] { $rows } entrada
   *[other] { $rows } entradas
}
# Lo mismo cuando una búsqueda o unos filtros dejan filas fuera: se muestran $rows, hay $of.
grid-some-packages = { NUMBER($rows) } de { $of ->
    [one] { $of } paquete
   *[other] { $of } paquetes
}
grid-some-samples = { NUMBER($rows) } de { $of ->
    [one] { $of } muestra
   *[other] { $of } muestras
}
grid-some-transfers = { NUMBER($rows) } de { $of ->
    [one] { $of } transferencia
   *[other] { $of } transferencias
}
grid-some-templates = { NUMBER($rows) } de { $of ->
    [one] { $of } plantilla
   *[other] { $of } plantillas
}
grid-some-listed = { NUMBER($rows) } de { $of ->
    [one] { $of } entrada
   *[other] { $of } entradas
}

# Mientras una lista se lee por primera vez: cuánto de ella hay ya.
grid-reading-of = { NUMBER($read) } de { NUMBER($all) } leídos
grid-reading = { NUMBER($read) } leídos
# $reading es uno de los dos de arriba. $shown: las filas de la tabla, que siguen a lo leído.
grid-reading-shown = { $reading }, { NUMBER($shown) } a la vista
# $reading es uno de los tres de arriba, $sums es “7 ea”.
grid-reading-sums = { $reading }, { $sums } hasta ahora
grid-reading-plain = { $reading } hasta ahora
grid-reading-match = { $rows ->
    [one] { $rows } de los { NUMBER($read) } leídos hasta ahora coincide
   *[other] { $rows } de los { NUMBER($read) } leídos hasta ahora coinciden
}
grid-reading-match-shown = { $rows ->
    [one] { $rows } de { NUMBER($of) } coincide, { $reading } hasta ahora
   *[other] { $rows } de { NUMBER($of) } coinciden, { $reading } hasta ahora
}
# En lugar de un número que nadie conoce, y cómo se lee en voz alta.
grid-unknown = —
grid-unknown-spoken = se desconoce
# Registros de varias licencias, de las que algunas no se pueden leer. $counted es “920 paquetes”.
grid-rows-in-part = { $unread ->
    [one] { $counted }, no se puede leer { $unread } licencia
   *[other] { $counted }, no se pueden leer { $unread } licencias
}
# Mientras se cuenta otra vista y las cifras son las de la anterior.
grid-counting = Contando

# Sumas al pie, por unidad. $unit es la del estado, como “g” o “Each”.
grid-sums = Cantidad por unidad
grid-sum-packages = { $rows ->
    [one] { $rows } paquete en { $unit }
   *[other] { $rows } paquetes en { $unit }
}
grid-sum-samples = { $rows ->
    [one] { $rows } muestra en { $unit }
   *[other] { $rows } muestras en { $unit }
}
grid-sum-transfers = { $rows ->
    [one] { $rows } transferencia en { $unit }
   *[other] { $rows } transferencias en { $unit }
}
grid-sum-templates = { $rows ->
    [one] { $rows } plantilla en { $unit }
   *[other] { $rows } plantillas en { $unit }
}
grid-sum-listed = { $rows ->
    [one] { $rows } entrada en { $unit }
   *[other] { $rows } entradas en { $unit }
}
# Detrás de las primeras sumas: cuántas unidades tienen sumas que no se muestran.
grid-sums-more = y { NUMBER($units) } más

# Donde no se encuentra nada. $search es lo que se escribió.
grid-none-found-packages = Ningún paquete coincide con “{ $search }”
grid-none-found-samples = Ninguna muestra coincide con “{ $search }”
grid-none-found-transfers = Ninguna transferencia coincide con “{ $search }”
grid-none-found-templates = Ninguna plantilla coincide con “{ $search }”
grid-none-found-listed = Nada aquí coincide con “{ $search }”
grid-none-pass-packages = Ningún paquete cumple los filtros
grid-none-pass-samples = Ninguna muestra cumple los filtros
grid-none-pass-transfers = Ninguna transferencia cumple los filtros
grid-none-pass-templates = Ninguna plantilla cumple los filtros
grid-none-pass-listed = Nada aquí cumple los filtros
grid-none-by-search = Cada palabra debe aparecer en algún lugar de la fila: parte de una etiqueta, un artículo, una cepa, una licencia o un nombre, un estado de laboratorio, un lote o una nota; o un día, como 11/27/2026, o una cantidad.
grid-none-by-filters = Una fila debe cumplir todos los filtros.
grid-none-by-both = Cada palabra debe aparecer en algún lugar de la fila, y la fila debe cumplir todos los filtros.
grid-clear-search = Borrar la búsqueda
grid-clear-filters = Borrar los filtros

# Lo que un lector de pantalla dice de la selección.
grid-selected-none = No hay nada seleccionado.
grid-selected-all = { $rows ->
    [one] La única fila que coincide está seleccionada.
   *[other] Las { $rows } filas que coinciden están seleccionadas.
}
grid-selected = { $rows ->
    [one] { $rows } fila seleccionada.
   *[other] { $rows } filas seleccionadas.
}
grid-selection-lost = { $rows ->
    [one] La lista cambió: la única fila que coincidía ya no está seleccionada.
   *[other] La lista cambió: las { $rows } filas que coincidían ya no están seleccionadas.
}
grid-selection-kept = { $rows ->
    [one] { $rows } fila seleccionada antes sigue seleccionada.
   *[other] { $rows } filas seleccionadas antes siguen seleccionadas.
}
grid-selection-left = { $rows ->
    [one] { $rows } fila seleccionada antes ya no está seleccionada.
   *[other] { $rows } filas seleccionadas antes ya no están seleccionadas.
}
grid-selection-most = Hay { NUMBER($rows) } filas seleccionadas, el máximo a la vez. Pulse Ctrl+A para seleccionar todas las que coinciden.

# Las casillas de la izquierda y el título de su columna.
grid-check = Seleccionar
grid-check-all = Seleccionar todo lo que coincide
grid-check-all-keys = Seleccionar todo lo que coincide (Ctrl+A)
grid-check-none = No seleccionar nada
grid-check-none-keys = No seleccionar nada (Esc)
# La casilla de una fila, como se oye. $row es el final de la etiqueta de la fila, como “…000007”.
grid-checked = Seleccionada: { $row }
grid-not-checked = No seleccionada: { $row }
# Lo dice un lector de pantalla cuando el foco llega a una fila.
grid-aria-select = Pulse Espacio para seleccionar esta fila
grid-aria-deselect = Pulse Espacio para dejar de seleccionar esta fila
grid-aria-loading = Cargando los datos de la fila
grid-aria-failed = No se pudo cargar la fila
# En las celdas de una fila que no se pudo leer: muy corto.
grid-load-error = Error

# Celdas.
grid-gone = Ya no está en estos registros
# Detrás de las etiquetas de una celda, solo para lectores de pantalla.
grid-tags = , { NUMBER($count) } en total
# Lo que la búsqueda encontró en una columna que no está a la vista, junto al artículo: lo que dice ahí y el encabezado.
grid-found-in = { $words } ({ $column })
grid-on-hold = Retenido
grid-flag-trade-sample = Muestra comercial
grid-flag-donation = Donación
grid-flag-testing-sample = Muestra de prueba
# Un valor que será otro cuando el estado haya registrado lo que espera. Ambos como los muestra la celda, o “en blanco”.
grid-will = será: { $will }; registrado: { $recorded }
grid-will-title = Aún sin registrar. Será: { $will }; registrado: { $recorded }
grid-report = Informe
grid-finished = Finalizado
grid-finished-title = Finalizado. Saldrá de esta lista al mostrar lo que cambió.

# Lo que cambió desde que se leyeron las filas.
grid-news = { $records ->
    [one] { $records } registro cambió
   *[other] { $records } registros cambiaron
}
grid-news-show = Mostrar
grid-news-title = Mostrarlos (Alt+N)
grid-news-spoken = { $records ->
    [one] { $records } registro cambió. Pulse Alt+N para mostrarlo.
   *[other] { $records } registros cambiaron. Pulse Alt+N para mostrarlos.
}

# El título de una columna y su menú. $column es el título.
grid-head-filtered = Filtrada
grid-head-more = { $column }: ordenar, filtrar, fijar
grid-menu = Columna { $column }
grid-sort-text-up = Ordenar de la A a la Z
grid-sort-text-down = Ordenar de la Z a la A
grid-sort-number-up = Ordenar de menor a mayor
grid-sort-number-down = Ordenar de mayor a menor
grid-sort-date-up = Ordenar de más antiguo a más reciente
grid-sort-date-down = Ordenar de más reciente a más antiguo
grid-sort-flag-up = Ordenar con “No” primero
grid-sort-flag-down = Ordenar con “Sí” primero
grid-sort-flags-up = Ordenar primero los que no tienen marcas
grid-sort-flags-down = Ordenar primero los que tienen marcas
grid-sort-off = Sin ordenar
grid-menu-filter = Filtrar…
grid-menu-filter-change = Cambiar el filtro…
grid-clear-filter = Borrar el filtro
grid-pin-left = Fijar a la izquierda
grid-pin-right = Fijar a la derecha
grid-pin-off = No fijar
grid-menu-fit = Ajustar al contenido
grid-menu-hide = Ocultar esta columna

# El menú de las filas. $column es el título de una columna, $value lo que muestra la celda.
grid-copy-tags = { $tags ->
    [one] Copiar { $tags } etiqueta
   *[other] Copiar { $tags } etiquetas
}
grid-only = Solo { $column } “{ $value }”
grid-only-blank = Solo donde { $column } está en blanco
grid-state-packages = Ver los paquetes de esta licencia en el sitio del estado

# Columnas: cuáles se muestran y en qué orden.
grid-columns = Columnas
grid-columns-find = Buscar una columna
grid-columns-states = El orden del estado
grid-columns-states-on = Mostrar las columnas que muestra el sitio del estado, en su orden
grid-columns-states-off = Volver al orden de Trackside
grid-columns-none = Ninguna columna tiene “{ $search }” en su nombre.
grid-columns-moved = { $column } es ahora la columna { NUMBER($place) } de { NUMBER($of) }.
grid-columns-pin = Fijar { $column } a la izquierda
grid-columns-unpin = No fijar { $column }
grid-columns-keys = Alt+↑ y Alt+↓ mueven una columna
grid-columns-reset = Restablecer
grid-columns-everywhere = Usar en todas partes
grid-columns-everywhere-title = Cada pestaña y cada licencia empieza con estas columnas y este orden; lo que cada una tenía por su cuenta se olvida.
grid-columns-everywhere-done = Todas las pestañas y licencias tienen ahora estas columnas.
grid-columns-everywhere-undone = Cada pestaña y licencia tiene otra vez las columnas que tenía antes.
grid-columns-everywhere-undo = Deshacer “Usar en todas partes”
grid-columns-everywhere-undo-title = Cada pestaña y licencia recupera las columnas que tenía.

# El panel del filtro de una columna.
grid-filter = Filtrar { $column }
grid-filter-where = Mostrar las filas donde
grid-filter-where-is = Mostrar las filas donde es
grid-filter-value = Valor
grid-filter-from = Desde
grid-filter-to = Hasta
grid-filter-done = Listo
grid-filter-number-wrong = Escriba un número, por ejemplo 12.5.
grid-filter-day-wrong = Elija un día, o escriba su mes, día y año.
# Cada una sigue a “Mostrar las filas donde”.
grid-filter-contains = contiene
grid-filter-not-contains = no contiene
grid-filter-exactly = es exactamente
grid-filter-not = no es
grid-filter-starts = empieza por
grid-filter-ends = termina en
grid-filter-blank = está en blanco
grid-filter-not-blank = no está en blanco
grid-filter-is = es
grid-filter-less = es menor que
grid-filter-at-most = es como máximo
grid-filter-more = es mayor que
grid-filter-at-least = es como mínimo
grid-filter-between = está entre
grid-filter-on = es el
grid-filter-before = es antes del
grid-filter-until = es hasta el
grid-filter-after = es después del
grid-filter-since = es desde el
grid-filter-one-of = es uno de
grid-filter-flagged = tiene alguna marca
grid-filter-not-flagged = no tiene marca

# Los filtros que rigen, encima de las filas. $column es el título de una columna, $value lo que se escribió.
grid-filters = Filtros
# Donde no caben uno al lado del otro: un solo botón que los abre.
grid-filters-count = { NUMBER($filters) } filtros
grid-filters-clear = Borrar todos
grid-chip-clear = Borrar este filtro
grid-chip-title = Borrar: { $filter }
grid-chip-contains = { $column } contiene “{ $value }”
grid-chip-not-contains = { $column } no contiene “{ $value }”
grid-chip-exactly = { $column } es exactamente “{ $value }”
grid-chip-not-text = { $column } no es “{ $value }”
grid-chip-starts = { $column } empieza por “{ $value }”
grid-chip-ends = { $column } termina en “{ $value }”
grid-chip-blank = { $column } está en blanco
grid-chip-not-blank = { $column } no está en blanco
grid-chip-flagged = Cualquier marca
grid-chip-not-flagged = Sin marcas
grid-chip-is = { $column } es { $value }
grid-chip-not = { $column } no es { $value }
grid-chip-less = { $column } es menor que { $value }
grid-chip-at-most = { $column } es como máximo { $value }
grid-chip-more = { $column } es mayor que { $value }
grid-chip-at-least = { $column } es como mínimo { $value }
grid-chip-between = { $column } está entre { $from } y { $to }
grid-chip-on = { $column }: el { $value }
grid-chip-before = { $column }: antes del { $value }
grid-chip-until = { $column }: hasta el { $value }
grid-chip-after = { $column }: después del { $value }
grid-chip-since = { $column }: desde el { $value }
# $values es una lista, como “Test passed o Test failed”.
grid-chip-one-of = { $column }: { $values }

# Copiar.
grid-copied-cell = { $column }: copiado.
grid-copied-rows = { $rows ->
    [one] { $rows } fila copiada.
   *[other] { $rows } filas copiadas.
}
grid-copied-tags = { $tags ->
    [one] { $tags } etiqueta copiada.
   *[other] { $tags } etiquetas copiadas.
}
grid-copy-too-many = { NUMBER($rows) } filas son demasiadas para copiarlas. Expórtelas.
grid-copy-failed = No se pudo copiar.

# Exportar a un archivo.
grid-export = Exportar
# Sobre los formatos para elegir.
grid-export-selected = { $rows ->
    [one] Exportar { $rows } fila seleccionada
   *[other] Exportar { $rows } filas seleccionadas
}
grid-export-all = { $rows ->
    [one] Exportar la única fila
   *[other] Exportar las { $rows } filas
}
grid-export-csv = Archivo CSV
grid-export-xlsx = Libro de Excel (XLSX)
grid-export-saving-packages = Guardando paquetes
grid-export-saving-samples = Guardando muestras
grid-export-saving-transfers = Guardando transferencias
grid-export-saving-templates = Guardando plantillas
grid-export-saving-listed = Guardando la lista
grid-export-stop = Detener, sin dejar ningún archivo
grid-export-written = Filas escritas
grid-export-progress = { NUMBER($done) } de { $total ->
    [one] { $total } fila
   *[other] { $total } filas
}
grid-export-saved = { $rows ->
    [one] Se guardó { $file }, { $rows } fila.
   *[other] Se guardó { $file }, { $rows } filas.
}
# Lo que espera en la bandeja de salida: el archivo tiene lo que el estado registró, no lo que será.
grid-export-recorded = Como lo tiene el estado, sin lo que aún no está registrado
grid-export-pending = { $packages ->
    [one] Como lo tiene el estado: lo reportado de { $packages } paquete aún no está registrado y no está en el archivo.
   *[other] Como lo tiene el estado: lo reportado de { $packages } paquetes aún no está registrado y no está en el archivo.
}
grid-export-cut = { $cells ->
    [one] El texto de la celda { $names } es más largo de lo que permite Excel. Se cortó y lo dice al final.
   *[other] Los textos de { NUMBER($cells) } celdas son más largos de lo que permite Excel: { $names }. Cada uno se cortó y lo dice al final.
}
grid-export-cut-more = { NUMBER($more) } más
grid-export-cut-cell = { $cell } ({ $column })
grid-export-cut-next = Un archivo CSV tiene el texto completo.
