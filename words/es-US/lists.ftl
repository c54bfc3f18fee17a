# Palabras de las listas propias de la licencia: artículos, cepas, ubicaciones, empleados, etiquetas sin usar.

lists-tabs = Listas
lists-search = Buscar en esta lista
lists-none = No hay nada en esta lista
lists-none-words = El estado no tiene nada aquí para las licencias mostradas.
lists-open-row = Abrir los detalles
lists-detail = Detalles
lists-detail-close = Cerrar los detalles (Escape)
lists-detail-reading = Leyendo los detalles…
lists-detail-gone = Esto ya no está en la lista.
