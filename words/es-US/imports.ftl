# Palabras del lector de archivos y de lo que se pega: por qué no se puede leer un archivo, qué se pregunta, por qué no se tomó una línea.

# Qué es un archivo que se tomó por una tabla, y qué hacer.
imports-foreign-zip = Este archivo es un ZIP, diga lo que diga su nombre. Ábralo y elija la tabla que contiene.
imports-foreign-archive = Este archivo está comprimido. Descomprímalo y elija la tabla que contiene.
imports-foreign-pdf = Este archivo es un PDF, diga lo que diga su nombre. Pida la lista como CSV o XLSX.
imports-foreign-image = Este archivo es una imagen, diga lo que diga su nombre. Pida la lista como CSV o XLSX.
imports-foreign-web-page = Este archivo es una página web, diga lo que diga su nombre. Ábralo en un programa de hojas de cálculo y guárdelo como CSV.
imports-foreign-document = Este archivo es un documento de texto. Copie su lista y péguela aquí, o guárdelo como texto sin formato.
imports-foreign-numbers = Este archivo es de Numbers. En Numbers elija Archivo > Exportar a > CSV, y elija ese archivo aquí.
imports-foreign-open-document = Este archivo es de OpenDocument. Guárdelo como CSV o XLSX.
imports-foreign-old-excel = Este archivo es un libro de un Excel antiguo (.xls). Ábralo en Excel y guárdelo como CSV o XLSX.
imports-foreign-protected-excel = Este archivo es un libro con contraseña. Guárdelo sin ella, o como CSV.
imports-foreign-binary-excel = Este archivo es un libro binario (.xlsb). Guárdelo como CSV o XLSX.
imports-foreign-program = Este archivo es un programa, no una tabla. Elija otro archivo.

# Por qué no se puede leer un archivo. $line cuenta desde 1.
imports-fault-empty = Aquí no hay líneas que tomar. Elija otro archivo, o guárdelo de nuevo donde se hizo.
imports-fault-nul = La línea { NUMBER($line) } tiene bytes NUL: el archivo está dañado o no se guardó hasta el final. Guárdelo de nuevo donde se hizo.
imports-fault-not-text = La línea { NUMBER($line) } no es texto: el archivo está dañado, o es de un tipo que no es una tabla. Elija un CSV, TXT o XLSX.
# $encoding es el nombre de una codificación, como UTF-8.
imports-fault-encoding = La línea { NUMBER($line) } tiene caracteres que no son { $encoding }. Guarde el archivo de nuevo como “CSV UTF-8”.
imports-fault-quote = Las comillas que se abren en la línea { NUMBER($line) } nunca se cierran. Ciérrelas o quítelas, y pruebe de nuevo.
imports-fault-too-large = Este archivo tiene más de { NUMBER($megabytes) } MB. Divídalo en otros más pequeños.
imports-fault-too-many-rows = Este archivo tiene más de { NUMBER($limit) } filas. Divídalo en otros más pequeños.
imports-fault-row-too-long = La línea { NUMBER($line) } es más larga que cualquier línea de una tabla. Ponga cada fila en su propia línea.
imports-fault-too-many-columns = La línea { NUMBER($line) } tiene más de { NUMBER($limit) } columnas. Ponga cada fila en su propia línea.
imports-fault-no-tags = Ninguna columna de esta lista contiene etiquetas. Una lista tiene una columna de etiquetas enteras, o cuatro columnas: etiqueta, peso bruto, unidad, precio al por mayor.
imports-fault-sheet-too-wide = La fila { NUMBER($row) } de la hoja “{ $sheet }” tiene celdas más allá de la columna { NUMBER($limit) }. Elimínelas allí y guárdela de nuevo.
imports-fault-no-tags-in-workbook = Ninguna hoja visible de este libro contiene etiquetas. Una lista tiene una columna de etiquetas enteras, con formato de Texto. Corríjala en Excel y guárdelo de nuevo.
imports-fault-empty-sheet = La hoja “{ $sheet }” no tiene filas debajo de su encabezado. Elija otro archivo, o guárdelo de nuevo donde se hizo.
imports-fault-workbook = No se puede leer este libro: está dañado o no se guardó hasta el final. Ábralo en Excel y guárdelo de nuevo.
imports-fault-no-sheet = Ninguna hoja visible de este libro tiene celdas. Las hojas, filas y columnas ocultas no se leen: muestre en Excel lo que corresponda y guárdelo de nuevo.
# $reason viene del sistema.
imports-fault-unreadable = No se pudo leer este archivo: { $reason }. Ciérrelo en otros programas y pruebe de nuevo.

# Lo que se pregunta donde podría tratarse de varias hojas o columnas, y sus respuestas.
imports-ask-sheets = { $count ->
    [one] { $count } hoja de este libro contiene etiquetas. ¿Es esa? No se toma nada antes de que elija.
   *[other] { $count } hojas de este libro contienen etiquetas. ¿De cuál se trata? No se toma nada antes de que elija.
}
imports-ask-columns = { $count ->
    [one] { $count } columna contiene etiquetas aquí. ¿Es esa? No se toma nada antes de que elija.
   *[other] { $count } columnas contienen etiquetas aquí. ¿De cuál se trata? No se toma nada antes de que elija.
}
imports-ask-column = Es posible que la columna que contiene etiquetas no sea la que se busca: su encabezado nombra otros paquetes, o el encabezado de otra columna es el de la etiqueta. ¿Es esa? No se toma nada antes de que elija.
imports-sheet = Hoja “{ $name }”
# $name es la letra de una columna en un libro, su número en otros casos.
imports-column = Columna { $name }
imports-column-headed = Columna { $name }: “{ $heading }”
imports-every-tag = { $count ->
    [one] Todas las etiquetas de { $count } columna
   *[other] Todas las etiquetas de estas { $count } columnas
}

# Lo que se leyó de un archivo y lo que se pasó por alto. $column es una de las columnas de arriba, o cada columna.
imports-read-sheet = Se leyó la hoja “{ $sheet }”.
imports-read-sheet-chosen = Se leyó la hoja “{ $sheet }”, la que usted eligió.
imports-every-column = Cada columna
imports-read-only-column = { $column }: se leyó por ser la única que contiene etiquetas.
imports-read-column-chosen = { $column }: se leyó porque usted así lo eligió.
imports-read-grid = Estas son filas de la tabla del estado: se leyó la etiqueta propia de cada fila, no sus paquetes de origen.
imports-read-above-line = Se pasó por alto lo que está encima del encabezado, hasta la línea { NUMBER($line) }.
imports-read-above-row = Se pasó por alto lo que está encima del encabezado, hasta la fila { NUMBER($line) }.
# $what es uno o más de los tres siguientes, separados por comas; $count es de todos ellos.
imports-hidden = { $count ->
    [one] No se leyó { $what }.
   *[other] No se leyeron { $what }.
}
imports-hidden-sheets = { $count ->
    [one] { $count } hoja oculta
   *[other] { $count } hojas ocultas
}
imports-hidden-rows = { $count ->
    [one] { $count } fila oculta
   *[other] { $count } filas ocultas
}
imports-hidden-columns = { $count ->
    [one] { $count } columna oculta
   *[other] { $count } columnas ocultas
}

# Por qué no se tomó una línea de un archivo, o una fila de un libro. $place es line o row.
imports-line-not-a-tag = No es una etiqueta: { $why }. Compárela con la etiqueta del paquete y escanéela o escríbala de nuevo.
imports-line-no-tag = { $place ->
    [row] Esta fila tiene otros valores pero no una etiqueta. Agregue la etiqueta o quite la fila.
   *[line] Esta línea tiene otros valores pero no una etiqueta. Agregue la etiqueta o quite la línea.
}
imports-line-several-tags = { $place ->
    [row] Aquí hay { NUMBER($found) } etiquetas en un solo lugar. Dé a cada una su propia fila.
   *[line] Aquí hay { NUMBER($found) } etiquetas en un solo lugar. Dé a cada una su propia línea.
}
imports-line-tag-among-words = Aquí hay una etiqueta y algo más en un solo lugar. Deje allí solo la etiqueta.
imports-line-number = Una hoja de cálculo convirtió esta etiqueta en un número, y se perdieron sus últimos dígitos. Dé allí formato de Texto a la columna, escriba las etiquetas de nuevo y guarde.
imports-line-columns-of-one = { $place ->
    [row] Esta fila tiene { NUMBER($found) } columnas, las demás una. Ponga una etiqueta por fila.
   *[line] Esta línea tiene { NUMBER($found) } columnas, las demás una. Ponga una etiqueta por línea.
}
imports-line-columns = { $place ->
    [row] Esta fila tiene { NUMBER($found) } columnas; hay { NUMBER($expected) } como máximo: etiqueta, peso bruto, unidad, precio al por mayor.
   *[line] Esta línea tiene { NUMBER($found) } columnas; hay { NUMBER($expected) } como máximo: etiqueta, peso bruto, unidad, precio al por mayor.
}
imports-line-weight = No se puede leer el peso bruto “{ $found }”: { $why }. Corríjalo.
# $why de un peso bruto.
imports-line-weight-zero = es cero
imports-line-no-unit = El peso bruto no tiene unidad. Agregue una, como Grams o Pounds.
imports-line-unit = “{ $found }” no es una unidad de peso. Use Grams, Kilograms, Ounces o Pounds.
imports-line-price = No se puede leer el precio al por mayor “{ $found }”: { $why }. Corríjalo.
imports-line-twice = { $place ->
    [row] La misma etiqueta ya está en la fila { NUMBER($first) }; esa cuenta. Compare ambas con las etiquetas de los paquetes.
   *[line] La misma etiqueta ya está en la línea { NUMBER($first) }; esa cuenta. Compare ambas con las etiquetas de los paquetes.
}
imports-line-in-this-draft = Este paquete ya está en esta transferencia. No hay nada que hacer.
imports-line-in-another-draft = Este paquete está en otro borrador, “{ $draft }”. Quítelo de allí si debe salir con este.
imports-line-not-found = En los libros de esta licencia no hay ningún paquete con esta etiqueta según la última lectura. Compárela con la etiqueta del paquete, o ponga los datos al día y pruebe de nuevo.
imports-line-past-the-limit = Una transferencia lleva { NUMBER($limit) } paquetes como máximo, y esta está llena. Póngalo en otra transferencia.
