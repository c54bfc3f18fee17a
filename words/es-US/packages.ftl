# Palabras de la tabla de paquetes: sus pestañas, su selección y lo que se puede hacer con ella.

packages-search = Buscar paquetes
packages-tabs = Paquetes
# Las pestañas, llamadas como en el sitio del estado.
packages-tab-active = Activos
packages-tab-on-hold = Retenidos
packages-tab-inactive = Inactivos
packages-tab-in-transit = En tránsito
packages-tab-transferred = Transferidos
# El nombre de la tabla en cada pestaña, para lectores de pantalla.
packages-grid-active = Paquetes activos
packages-grid-on-hold = Paquetes retenidos
packages-grid-inactive = Paquetes inactivos
packages-grid-in-transit = Paquetes en tránsito
packages-grid-transferred = Paquetes transferidos
# Una pestaña sin paquetes: que está vacía, y qué habrá en ella.
packages-none-active = No hay paquetes activos
packages-none-active-words = Los paquetes aparecen aquí cuando el estado los indica como activos en esta licencia: hechos aquí o recibidos con un manifiesto.
packages-none-on-hold = No hay nada retenido
packages-none-on-hold-words = Aquí aparecen los paquetes que el estado o una licencia retiene.
packages-none-inactive = No hay paquetes inactivos
packages-none-inactive-words = Aquí aparecen los paquetes finalizados y descontinuados.
packages-none-in-transit = No hay nada en tránsito
packages-none-in-transit-words = Los paquetes de un manifiesto que ya salió aparecen aquí hasta que se recibe.
packages-none-transferred = No hay paquetes transferidos
packages-none-transferred-words = Los paquetes que salieron de esta licencia con un manifiesto aparecen aquí cuando se han recibido.

# La franja de lo seleccionado.
packages-selection = Paquetes seleccionados
packages-selected-none = Nada seleccionado. Un clic o la barra espaciadora selecciona un paquete.
packages-selected = { $count ->
    [one] { $count } seleccionado
   *[other] { $count } seleccionados
}
packages-selected-licenses = { $count ->
    [one] { $count } seleccionado
   *[other] { $count } seleccionados
} · { $licenses ->
    [one] { $licenses } licencia
   *[other] { $licenses } licencias
}
packages-selected-matching = { $count ->
    [one] El único paquete que coincide está seleccionado
   *[other] Los { $count } paquetes que coinciden están seleccionados
}
# Detrás de las primeras sumas: cuántas unidades tienen sumas que no se muestran.
packages-sums-more = y { NUMBER($units) } más
packages-actions = Acciones
packages-new-transfer = { $packages ->
    [one] Nueva transferencia con { $packages } paquete
   *[other] Nueva transferencia con { $packages } paquetes
}
packages-deselect = Quitar la selección
packages-deselect-keys = Quitar la selección (Esc)
# La tecla, junto a “Quitar la selección” en el menú.
packages-escape = Esc
