# Palabras de un escaneo: una etiqueta leída por el escáner en cualquier parte, o buscada, y dónde está su paquete.
# $tab es una pestaña de la tabla de paquetes, como “Inactivos”; $license es el nombre de una licencia.

# La región que dice qué pasó con un escaneo, para lectores de pantalla.
scan-notice = Escaneo
# Lo dice un lector de pantalla cuando el paquete está a la vista.
scan-there = Paquete { $tag }, { $item }, en { $license }, { $tab }.
# Otra licencia quedó a la vista, porque tiene el paquete. El botón vuelve a las de antes.
scan-switched = { $license } tiene { $tag }, así que ahora se muestra.
scan-back = Volver a { $licenses }

# Ir al paquete haría perder algo.
scan-asking = { $tag } está en { $license }, { $tab }. ¿Mostrarlo?
scan-losing-selection = { $count ->
    [one] Hay { $count } paquete seleccionado. Dejará de estarlo.
   *[other] Hay { $count } paquetes seleccionados. Dejarán de estarlo.
}
scan-losing-filters = { $count ->
    [one] { $count } filtro lo deja fuera. Se borrará.
   *[other] { $count } filtros lo dejan fuera. Se borrarán.
}
scan-asking-show = Mostrarlo
scan-asking-stay = Quedarse aquí

# Su fila ya no estaba cuando se abrió su pestaña.
scan-moved = { $tag } acaba de cambiar de lugar
scan-moved-next = Los registros cambiaron mientras se abría su lista. Escanéelo de nuevo.

# Ninguna licencia lo tiene: dónde se buscó, de cuándo es la copia, qué hacer ahora.
scan-unknown = { $tag } no está en ninguna de sus licencias
scan-looked = Se buscó en todas las pestañas de { $licenses }, como las tenía el estado en este momento: { $time }.
scan-looked-unread = Se buscó en todas las pestañas de { $licenses }, hasta donde están cargadas. La primera carga no ha terminado, así que es posible que la etiqueta aún no se haya leído.
scan-unread = { $count ->
    [one] { $licenses } no está cargada por completo, así que es posible que la etiqueta aún no se haya leído.
   *[other] { $licenses } no están cargadas por completo, así que es posible que la etiqueta aún no se haya leído.
}
scan-coming = Está en el manifiesto { $manifest }, en camino a { $license }. Márquelo en Transferencias, en Entrantes, cuando llegue.
scan-unknown-next = Si se acaba de recibir o de etiquetar, sincronice ahora y escanéelo de nuevo. Si no, puede ser de otra licencia.

# Un código de barras que no es una etiqueta. El motivo va entre estas dos.
scan-no-tag = “{ $text }” no es una etiqueta de paquete
scan-no-tag-next = Escanee el código de barras de la etiqueta misma. No se cambió nada.

# Leído mientras un diálogo está abierto.
scan-in-dialog = Se escaneó “{ $text }”, pero hay una ventana abierta
scan-in-dialog-next = No se hizo nada con ello. Cierre la ventana y escanéelo de nuevo.

# Una búsqueda de una etiqueta, o de su final, que esta lista no tiene pero otra sí.
scan-elsewhere = No está en { $tab }
scan-elsewhere-words = Etiquetas que terminan en “{ $search }”: { $places }.
# Uno de $places: en otra pestaña de la licencia a la vista, o en otra licencia.
scan-elsewhere-tab = { NUMBER($count) } en { $tab }
scan-elsewhere-license = { NUMBER($count) } en { $license } ({ $tab })
scan-show-tab = Mostrar en { $tab }
scan-show-license = Mostrar en { $license } ({ $tab })
# La tecla que presiona el botón, como está impresa.
scan-enter = Enter
