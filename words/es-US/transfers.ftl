# Palabras de las transferencias: la página, sus listas y los detalles de una transferencia. Las de un borrador están en draft.ftl.

transfers-tabs = Transferencias
transfers-tab-drafts = Borradores
transfers-tab-templates = Plantillas
transfers-tab-outgoing = Salientes
transfers-tab-incoming = Entrantes
transfers-tab-rejected = Rechazadas
transfers-opening = Abriendo…

# Una transferencia nueva.
transfers-new = Nueva transferencia
transfers-new-from-some = Nueva transferencia desde…
transfers-new-from = Nueva transferencia desde { $license }
# Otras palabras con las que se puede buscar, separadas por espacios.
transfers-new-also = borrador manifiesto plantilla
transfers-new-with = Nueva transferencia con estos paquetes
transfers-new-one-sender = Una transferencia tiene un solo remitente: seleccione paquetes de una sola licencia.

# La lista de borradores.
transfers-drafts = Transferencias en borrador
transfers-drafts-search = Buscar borradores
transfers-drafts-count = { $count ->
    [one] { $count } borrador
   *[other] { $count } borradores
}
transfers-drafts-column-transfer = Transferencia
transfers-drafts-column-from = Desde
transfers-drafts-column-type = Tipo
transfers-drafts-column-destination = Destino
transfers-drafts-column-departure = Salida
transfers-drafts-column-packages = Paquetes
transfers-drafts-column-stage = Etapa
transfers-drafts-column-changed = Cambiado
transfers-drafts-column-acts = Copiar y eliminar
transfers-drafts-made-by = Hecho por { $who }
# $title es el nombre del borrador.
transfers-drafts-copy = Copiar { $title }
transfers-drafts-delete = Eliminar { $title }
# Detrás de la etapa de un borrador.
transfers-drafts-changed-since = cambiado desde que se envió
# $words es lo que se buscó.
transfers-drafts-not-found = Ningún borrador coincide con “{ $words }”
transfers-drafts-not-found-more = Cada palabra debe aparecer en el nombre, el destino, el tipo o la etapa de un borrador.
transfers-drafts-clear-search = Borrar la búsqueda
transfers-drafts-none = Todavía no hay borradores
transfers-drafts-none-more = Aquí se puede preparar una transferencia en cualquier momento, con o sin conexión. Cada cambio se guarda de inmediato en esta computadora; nada llega al estado hasta que se envía.

# Eliminar un borrador.
transfers-delete-title = ¿Eliminar { $title }?
transfers-delete-keep = Conservarlo
transfers-delete-act = Eliminar el borrador
transfers-delete-never-sent = Nunca se envió: el estado no sabe de él, y allí no cambia nada.
transfers-delete-waiting = Si su informe todavía espera en la bandeja de salida, se retira y nunca se envía.
transfers-delete-template = El borrador se quita de esta lista. Permanece en la auditoría.
transfers-delete-registered = El borrador se quita de esta lista. El manifiesto en el estado no se toca.
transfers-delete-template-asked = El estado tiene una plantilla hecha con él.
transfers-delete-template-too = Eliminar también la plantilla en el estado, por la bandeja de salida
transfers-delete-template-not = Dejar la plantilla en el estado como está

transfers-open-row = Abrir la transferencia
transfers-templates = Plantillas de transferencia
transfers-templates-search = Buscar plantillas
transfers-templates-none = No hay plantillas
transfers-templates-none-more = Las plantillas aparecen aquí cuando el estado las lista: las que se enviaron desde un borrador de aquí y las que se hicieron en su sitio.
transfers-outgoing = Transferencias salientes
transfers-outgoing-search = Buscar transferencias salientes
transfers-outgoing-none = No sale nada
transfers-outgoing-none-more = Una transferencia aparece aquí cuando su manifiesto se registra en el sitio del estado.
transfers-incoming = Transferencias entrantes
transfers-incoming-search = Buscar transferencias entrantes
transfers-incoming-none = No hay nada en camino
transfers-incoming-none-more = Las transferencias a esta licencia aparecen aquí cuando su remitente ha registrado el manifiesto.
transfers-rejected = Transferencias rechazadas
transfers-rejected-search = Buscar transferencias rechazadas
transfers-rejected-none = No se rechazó nada
transfers-rejected-none-more = Las transferencias con paquetes que un destino rechazó aparecen aquí, para poder recibir esos paquetes de vuelta.

# Una transferencia al lado de su lista.
transfers-detail = Transferencia
transfers-detail-close = Cerrar la transferencia (Escape)
transfers-detail-reading = Leyendo esta transferencia…
transfers-detail-receive = Recibir con una lista de control
transfers-detail-stages = Etapas
# Cuándo se llegó a una etapa. $who es una persona o una licencia.
transfers-stage-by = { $time }, por { $who }
# Se lee en voz alta detrás de una etapa que falta.
transfers-stage-not-yet = (todavía no)
transfers-delivery = Para { $recipient }
transfers-transporters = Transportistas
# La línea de un paquete en el manifiesto. Las cantidades llevan su unidad y los precios su signo.
transfers-package-received = recibido: { $quantity }
transfers-package-gross = bruto: { $weight }
transfers-package-shipper-price = precio del remitente: { $price }
transfers-package-receiver-price = precio del destinatario: { $price }
transfers-manifest-open = Abrir manifiesto
transfers-manifest-save = Guardar manifiesto…
