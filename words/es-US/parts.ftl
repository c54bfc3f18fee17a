# De lo que están hechos los diálogos, los avisos, los campos y las listas.

# The button of a question that leaves everything alone.
parts-keep = Dejar como está
parts-copied = Copiado
parts-copy-failed = No se pudo copiar
parts-search-clear = Borrar la búsqueda
parts-details = Detalles

# What a notice is about, spoken for its symbol.
parts-notice-note = Nota
parts-notice-done = Listo
parts-notice-warning = Advertencia
parts-notice-problem = Problema

# Something that the page was not told in words.
parts-internal = Algo falló en Trackside. No se envió nada al estado y no se perdió nada.
parts-internal-next = Pruebe de nuevo. Si vuelve a pasar, cierre Trackside y ábralo otra vez.

# Why an amount that somebody types cannot be read.
parts-amount-not-a-number = No es un número.
parts-amount-commas = Sus comas no separan miles; escriba los decimales con punto, por ejemplo 1234.5.
parts-amount-too-fine = Tiene más de seis decimales o es demasiado grande.
parts-amount-two-meanings = Su coma puede significar dos cosas; escriba { $joined } o { $decimal }, según lo que quiera decir.
parts-amount-money = Tiene un signo de dólar.
parts-amount-unit = Tiene una unidad; escriba solo el número.

# En un día o una hora que nadie ha llenado.
parts-when-day = mm/dd/aaaa
parts-when-time = --:-- --
