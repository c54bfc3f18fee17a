# Palabras de la recepción: la lista de control de una transferencia entrante.

receiving-title = Recepción
receiving-manifest = Recepción del manifiesto { $manifest }
receiving-back = Entrantes
receiving-opening = Abriendo la lista de control…
receiving-save = Guardar como CSV…
receiving-close = Cerrar la lista
receiving-reopen = Abrir la lista de nuevo

# Oraciones encima de la lista, una tras otra.
receiving-from = De { $sender }.
receiving-from-unknown = No se indica el remitente.
receiving-started = Comenzada: { $time }.
receiving-started-by = Comenzada: { $time }, por { $who }.
receiving-stays = Esta lista se queda en esta computadora: los paquetes se reciben en el sitio del estado.
receiving-closed = La lista se cerró: { $time }.

receiving-scan-label = Escanee una etiqueta o pegue varias
receiving-scan = Escanee una etiqueta
receiving-scan-none = Todavía no se escaneó nada.

# Cantidades y títulos de las listas de paquetes.
receiving-expected = Esperados
receiving-found = Encontrados
receiving-missing = Faltan
receiving-extra = No están en el manifiesto
receiving-missing-none = Se encontró todo lo que está en el manifiesto.
receiving-extra-none = No se escaneó nada que no esté en el manifiesto.
receiving-found-none = Todavía no se encontró nada.
receiving-undo = Deshacer
# Lo mismo para un lector de pantalla. $tag es lo que se escaneó.
receiving-undo-of = Deshacer { $tag }
