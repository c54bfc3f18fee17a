# Palabras del papel impreso: una lista de etiquetas con códigos de barras.

sheet-page = Página { NUMBER($page) } de { NUMBER($pages) }
# El encabezado de la columna de las etiquetas.
sheet-tag = Etiqueta
# $sign es el recuadro que se imprime por una letra así, $places son algunos de los lugares de abajo, separados por comas.
sheet-missing = Un recuadro ({ $sign }) representa cada letra que la fuente de este papel no tiene. Escríbalas a mano: { $places }.
sheet-place-title = el título
sheet-place-subtitle = la línea debajo del título
# $row es el número de una fila.
sheet-place-tag = la etiqueta de la fila { NUMBER($row) }
# $column es el encabezado de una columna.
sheet-place-cell = { $column } de la fila { NUMBER($row) }
sheet-place-some-cell = una celda de la fila { NUMBER($row) }
sheet-place-closing = las palabras debajo de la tabla
sheet-place-foot = el pie
