# La primera ventana: el estado de demostración, conectar una licencia y sus claves; y un inicio que falla.

start-connect = Conectar mi licencia
start-lead = Los registros de su licencia que tiene el estado, con o sin conexión.
start-connect-lead = Las claves se revisan con el estado antes de guardarse.
start-connect-meaning = Cargue lo que el sistema de rastreo de California tiene de sus licencias. Hacen falta dos claves: la clave de software y su clave de usuario.
start-connect-keys = Sus claves se quedan en esta computadora.

start-demo = Probar el estado de demostración
start-demo-meaning = Seis licencias inventadas en esta computadora: un minorista, un minorista solo a domicilio, una microempresa, un distribuidor, un cultivador y un laboratorio, con meses de historia.
start-demo-safe = No se envía nada al estado y no hacen falta claves. Se puede restablecer en cualquier momento.
start-demo-starting = Iniciando el estado de demostración…
start-demo-making = Preparando el estado de demostración. La primera vez tarda unos segundos.

# Lo que hace, en tres oraciones.
start-does-offline = Funciona sin conexión: consulte y prepare el trabajo; lo que reporte espera y se envía solo.
start-does-rows = Dice fila por fila qué está mal, antes de enviar nada.
start-does-once = Nunca reporta nada dos veces por sí mismo y muestra cuándo el estado lo registró.

# Keys for an account that is known.
start-keys-title = Claves de { $account }
start-keys-lead = Lo que se cargó con estas claves sigue aquí. Ingréselas de nuevo para mantenerlo al día.
start-keys-change-lead = Se pregunta al estado antes de cambiar algo. Una clave que se deja vacía queda como está.

# The form of the keys.
start-no-keychain = Esta computadora no tiene un llavero que Trackside pueda usar
start-no-keychain-meaning = Sus claves se guardarán solo en la memoria y durarán hasta que se cierre Trackside. Lo cargado se queda; la próxima vez habrá que ingresar las claves de nuevo.
start-keys-unchanged = No se cambió nada: la cuenta conserva las claves que tenía.
start-key-stays = Queda como está
start-key-changed = Ingrese la clave que cambia.
start-key-where = ¿Dónde la encuentro?
start-key-where-named = ¿Dónde la encuentro? { $key }
start-software-key = Clave de software
start-software-key-hint = La da quien le entrega Trackside. El estado también la llama vendor key o integrator key.
start-software-key-metrc = Metrc, el contratista del estado, la da a los fabricantes de software que evaluó para California.
start-software-key-ask = ¿No la tiene? Pídala a quien le entregó Trackside.
start-software-key-own = Una empresa que se conecta al estado por su cuenta pide una clave propia al equipo de API de Metrc.
start-software-key-systems = Producción y pruebas tienen claves de software distintas.
start-software-key-missing = Ingrese la clave de software.
start-software-key-show = Mostrar la clave de software
start-software-key-hide = Ocultar la clave de software
start-user-key = Clave de usuario
start-user-key-hint = La crea cada persona en el sitio del estado: su nombre, arriba a la derecha, y luego API Keys.
start-user-key-sign-in = Inicie sesión en el sitio del estado con su propio usuario. Cada empleado usa su propia clave.
start-user-key-name = Presione su nombre, arriba a la derecha.
start-user-key-menu = Elija API Keys.
start-user-key-generate = Presione Generate y copie la clave en este campo.
start-user-key-drawing = El sitio del estado: su nombre, arriba a la derecha, abre un menú con API Keys; en esa página está Generate.
start-user-key-drawing-name = Su nombre
start-user-key-drawing-menu = API Keys
start-user-key-drawing-generate = Generate
start-user-key-drawing-caption = Un dibujo de los pasos 2 a 4. El sitio se ve distinto.
start-user-key-permission = ¿No aparece API Keys? Pida al administrador de Metrc de la licencia que dé a su usuario el permiso para claves de API.
start-user-key-rights = Una clave puede hacer lo que usted puede hacer el día en que se crea. Si cambian sus permisos, cree una nueva.
start-user-key-ends = Una clave nueva anula la anterior. Los otros programas que la usan también necesitan la nueva.
start-user-key-missing = Ingrese la clave de usuario.
start-user-key-show = Mostrar la clave de usuario
start-user-key-hide = Ocultar la clave de usuario
start-keychain = Las claves se guardan en el llavero de esta computadora y en ningún otro lugar.
start-check-keys = Revisar las claves
start-change-keys = Cambiar las claves
start-checking-keys = Revisando las claves
start-checking-keys-now = Revisando las claves…
# $host is the address of the state's system, in letters.
start-asking = Preguntando a { $host }…
start-state = Estado
start-system = Sistema
start-production = Producción
start-production-meaning = los libros reales de su licencia
start-sandbox = Pruebas
start-sandbox-meaning = el sistema de pruebas del estado (sandbox)
start-address = Dirección: { $address }
start-back = Atrás

# Which of the licenses found are loaded.
start-keys-good = { $count ->
    [one] Las claves sirven. Abren { $count } licencia. Elija cuáles cargar y mantener al día; se puede cambiar más tarde.
   *[other] Las claves sirven. Abren { $count } licencias. Elija cuáles cargar y mantener al día; se puede cambiar más tarde.
}
start-choose-one = Elija al menos una licencia.
start-load = { $count ->
    [one] Cargar { $count } licencia
   *[other] Cargar { $count } licencias
}
start-connecting = Conectando…

# A start that fails.
start-failed = Trackside no pudo iniciar
start-failed-newer = Un Trackside más reciente hizo esta copia
start-failed-in-use = Trackside ya está abierto
start-failed-disk = El disco está lleno
start-failed-folder = Trackside no puede usar su carpeta
start-failed-keychain = El llavero del sistema se negó
