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
receiving-scan = Etiqueta o su final
receiving-scan-hint = Basta un final único de 4 caracteres o más.
receiving-scan-none = Todavía no se escaneó nada.

# En qué quedó una lista cerrada. Los paquetes que faltan se nombran: $ending es el final de una etiqueta, como “…012482”.
receiving-sum = { $expected ->
    [one] { NUMBER($found) } de { $expected } paquete encontrado
   *[other] { NUMBER($found) } de { $expected } paquetes encontrados
}
receiving-sum-all = { $expected ->
    [one] Se encontró el paquete
   *[other] Se encontraron los { $expected } paquetes
}
receiving-sum-missing = { $missing ->
    [one] Falta { $missing }:
   *[other] Faltan { $missing }:
}
receiving-sum-extra = Fuera del manifiesto, { NUMBER($extra) }:
receiving-sum-package = { $ending } { $item }, { $quantity }
receiving-sum-more = y { NUMBER($more) } más
# Lo que una persona hace entonces en el sitio del estado. Las palabras propias del sitio quedan como están.
receiving-next = Lo que sigue, en el sitio del estado
receiving-next-find = Inicie sesión como { $license }, abra Transfers y busque en Incoming el manifiesto { $manifest }.
receiving-next-receive = { $found ->
    [one] Reciba el paquete que está aquí.
   *[other] Reciba los { $found } paquetes que están aquí.
}
receiving-next-missing = { $missing ->
    [one] Rechace el paquete que falta, o anótelo allí, y avise al remitente.
   *[other] Rechace los { $missing } paquetes que faltan, o anótelos allí, y avise al remitente.
}
receiving-next-extra = Ponga aparte lo que no está en el manifiesto: no se puede recibir con él. Pregunte al remitente.
receiving-next-site = Abrir las transferencias de esta licencia en el sitio del estado
receiving-next-copy = Copiar el número del manifiesto

# Se pregunta antes de cerrar una lista a la que le falta algo.
receiving-close-ask = { $missing ->
    [one] ¿Cerrar la lista aunque falta { $missing } paquete?
   *[other] ¿Cerrar la lista aunque faltan { $missing } paquetes?
}
receiving-close-more = Se puede abrir la lista de nuevo más tarde. Con ella no se informa nada.
receiving-close-not = Seguir contando
receiving-close-act = { $missing ->
    [one] Cerrar aunque falta { $missing }
   *[other] Cerrar aunque faltan { $missing }
}

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
