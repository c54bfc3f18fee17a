# Palabras de las muestras de un laboratorio y sus pruebas.

lab-title = Muestras de laboratorio
lab-grid = Muestras de laboratorio
lab-search = Buscar muestras
lab-open = Abrir las pruebas
lab-none = No hay muestras de laboratorio
lab-none-words = Las muestras aparecen aquí cuando el estado las indica en este laboratorio.
lab-no-laboratory = Ninguna de las licencias mostradas es un laboratorio
lab-no-laboratory-words = Elija un laboratorio de pruebas en el selector de licencias para ver sus muestras.

# Las pruebas de una muestra, junto a la tabla.
lab-tests = Pruebas de { $tag }
lab-tests-close = Cerrar las pruebas (Esc)
lab-tests-passed = { $tests ->
    [one] { $tests } prueba, ninguna reprobada
   *[other] { $tests } pruebas, ninguna reprobada
}
lab-tests-failed = { $tests ->
    [one] { NUMBER($failed) } de { $tests } prueba reprobada
   *[other] { NUMBER($failed) } de { $tests } pruebas reprobadas
}
lab-tests-find = Buscar una prueba
lab-tests-reading = Leyendo las pruebas…
lab-tests-not-found = Ninguna prueba contiene “{ $search }”.
lab-tests-none = El estado todavía no tiene ninguna prueba de esta muestra.
lab-column-test = Prueba
lab-column-level = Nivel
lab-column-result = Resultado
lab-informational = Solo informativo
