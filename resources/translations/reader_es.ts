<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnnotationBook</name>
    <message>
        <source>annotate</source>
        <translation>anotar</translation>
    </message>
    <message>
        <source>change the colour</source>
        <translation>cambiar el color</translation>
    </message>
    <message>
        <source>edit the comment</source>
        <translation>editar el comentario</translation>
    </message>
    <message>
        <source>delete the annotation</source>
        <translation>eliminar la anotación</translation>
    </message>
</context>
<context>
    <name>AnnotationEditor</name>
    <message>
        <source>Add a comment…</source>
        <translation>Añade un comentario…</translation>
    </message>
    <message>
        <source>Comment on “{0}”</source>
        <translation>Comentario sobre «{0}»</translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation>Eliminar la anotación</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
</context>
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>How the text looks</source>
        <translation>Aspecto del texto</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> caracteres</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Letra</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Ancho de línea</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Interlineado</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
</context>
<context>
    <name>ArticlePresenter</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>reading time</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityCard</name>
    <message>
        <source>Also: {0}</source>
        <translation>También: {0}</translation>
    </message>
    <message>
        <source>All names</source>
        <translation>Todos los nombres</translation>
    </message>
    <message>
        <source>Back to all names</source>
        <translation>Volver a todos los nombres</translation>
    </message>
    <message>
        <source>Back to all names (Esc)</source>
        <translation>Volver a todos los nombres (Esc)</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copiar el nombre</translation>
    </message>
    <message>
        <source>In other articles</source>
        <translation>En otros artículos</translation>
    </message>
</context>
<context>
    <name>EntityList</name>
    <message>
        <source>Names in this article</source>
        <translation>Nombres de este artículo</translation>
    </message>
    <message>
        <source>Filter names</source>
        <translation>Filtrar nombres</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Order of the names</source>
        <translation>Orden de los nombres</translation>
    </message>
    <message>
        <source>By number of mentions</source>
        <translation>Por número de menciones</translation>
    </message>
    <message>
        <source>By appearance in the article</source>
        <translation>Por orden de aparición</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>Finding names… {0} %</source>
        <translation>Buscando nombres… {0} %</translation>
    </message>
    <message>
        <source>Open an article to see who and what it names.</source>
        <translation>Abre un artículo para ver a quién y qué nombra.</translation>
    </message>
    <message>
        <source>No name matches the filter.</source>
        <translation>Ningún nombre coincide con el filtro.</translation>
    </message>
    <message>
        <source>Names appear here as they are found.</source>
        <translation>Los nombres aparecen aquí según se encuentran.</translation>
    </message>
    <message>
        <source>No names were found in this article.</source>
        <translation>No se han encontrado nombres en este artículo.</translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message>
        <source>has a note</source>
        <translation>tiene nota</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other article(s)</source>
        <translation>
            <numerusform>%n artículo más</numerusform>
            <numerusform>%n artículos más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoverTools</name>
    <message>
        <source>Delete the annotation</source>
        <translation>Eliminar la anotación</translation>
    </message>
</context>
<context>
    <name>KindChip</name>
    <message>
        <source>Show only this</source>
        <translation>Mostrar solo esto</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>visible</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>Click: show or hide. Alt-click: show only this.</source>
        <translation>Clic: mostrar u ocultar. Alt+clic: mostrar solo esto.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Kinds of names</source>
        <translation>Clases de nombres</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Filter articles</source>
        <translation>Filtrar artículos</translation>
    </message>
    <message>
        <source>Articles in the library</source>
        <translation>Artículos de la biblioteca</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n anotación</numerusform>
            <numerusform>%n anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>No article matches the filter.</source>
        <translation>Ningún artículo coincide con el filtro.</translation>
    </message>
    <message>
        <source>The articles that you open stay here.</source>
        <translation>Los artículos que abras se quedan aquí.</translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Not mentioned here</source>
        <translation>No se menciona aquí</translation>
    </message>
    <message>
        <source>Mentions in this article</source>
        <translation>Menciones en este artículo</translation>
    </message>
    <message>
        <source>Previous mention</source>
        <translation>Mención anterior</translation>
    </message>
    <message>
        <source>Next mention</source>
        <translation>Mención siguiente</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Write your note here (Markdown)…</source>
        <translation>Escribe aquí tu nota (Markdown)…</translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation>Nota sobre {0}</translation>
    </message>
    <message>
        <source>Saved ✓</source>
        <translation>Guardado ✓</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Annotate the selection</source>
        <translation>Anotar la selección</translation>
    </message>
    <message>
        <source>Annotate and comment</source>
        <translation>Anotar y comentar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Entities</source>
        <translation>Entidades</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Select text in the article to annotate it.</source>
        <translation>Selecciona texto en el artículo para anotarlo.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open an article</source>
        <translation>Abre un artículo</translation>
    </message>
    <message>
        <source>Its people, countries, places and organizations light up, and what you note on them stays with you, on this computer. Drop a text file here, or open one.</source>
        <translation>Sus personas, países, lugares y organizaciones se resaltan, y lo que anotes sobre ellos se queda contigo, en este ordenador. Suelta aquí un archivo de texto o abre uno.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Read the sample article</source>
        <translation>Leer el artículo de ejemplo</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Progress of recognition</source>
        <translation>Progreso del reconocimiento</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modelo: {name}</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Todo guardado</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n palabra</numerusform>
            <numerusform>%n palabras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>reading time</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding names…</source>
        <translation>Buscando nombres…</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Toolbar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Exported to “{path}”.</source>
        <translation>Exportado a «{path}».</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>The annotation was deleted.</source>
        <translation>Se ha eliminado la anotación.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The search for names stopped unexpectedly and was started again.</source>
        <translation>La búsqueda de nombres se detuvo de forma inesperada y se ha vuelto a iniciar.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open the &amp;sample article</source>
        <translation>Abrir el artículo de &amp;ejemplo</translation>
    </message>
    <message>
        <source>&amp;Export to Markdown…</source>
        <translation>E&amp;xportar a Markdown…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Delete the annotation</source>
        <translation>&amp;Eliminar la anotación</translation>
    </message>
    <message>
        <source>Annotate and co&amp;mment</source>
        <translation>Anotar y co&amp;mentar</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>A&amp;delante</translation>
    </message>
    <message>
        <source>&amp;Next mention</source>
        <translation>Mención &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous mention</source>
        <translation>Mención &amp;anterior</translation>
    </message>
    <message>
        <source>Next mention of this &amp;entity</source>
        <translation>Mención siguiente de esta &amp;entidad</translation>
    </message>
    <message>
        <source>Previous mention of this en&amp;tity</source>
        <translation>Mención anterior de esta en&amp;tidad</translation>
    </message>
    <message>
        <source>&amp;Write a note on the entity</source>
        <translation>&amp;Escribir una nota sobre la entidad</translation>
    </message>
    <message>
        <source>Next &amp;annotation</source>
        <translation>&amp;Anotación siguiente</translation>
    </message>
    <message>
        <source>Previous ann&amp;otation</source>
        <translation>An&amp;otación anterior</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Biblioteca</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>&amp;Panel lateral</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texto más &amp;grande</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Tamaño normal del texto</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>&amp;About Reader</source>
        <translation>&amp;Acerca de Reader</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Annotate the selection</source>
        <translation>&amp;Anotar la selección</translation>
    </message>
</context>
<context>
    <name>bugs</name>
    <message>
        <source>Something unforeseen happened in Reader. What was saved is safe; close the program and start it again if it misbehaves.</source>
        <translation>Ha ocurrido algo imprevisto en Reader. Lo guardado está a salvo; si el programa se comporta mal, ciérralo y vuelve a iniciarlo.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Morado</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Text files</source>
        <translation>Archivos de texto</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Abrir artículos</translation>
    </message>
    <message>
        <source>Export to Markdown</source>
        <translation>Exportar a Markdown</translation>
    </message>
    <message>
        <source>About Reader</source>
        <translation>Acerca de Reader</translation>
    </message>
    <message>
        <source>Read the news with your own notes on its people, places and organizations.

Free software under the GNU General Public License, version 3 or later.
The built-in model was trained on AnCora (University of Barcelona, CC BY 4.0); names of places come from GeoNames (CC BY 4.0) and Unicode CLDR.</source>
        <translation>Lee las noticias con tus propias notas sobre sus personas, lugares y organizaciones.

Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.
El modelo incluido se entrenó con AnCora (Universitat de Barcelona, CC BY 4.0); los nombres de lugares proceden de GeoNames (CC BY 4.0) y Unicode CLDR.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>“{path}” is {size} MB, and Reader opens texts up to {limit} MB: split it into parts and open those.</source>
        <translation>«{path}» ocupa {size} MB y Reader abre textos de hasta {limit} MB: divídelo en partes y ábrelas.</translation>
    </message>
    <message>
        <source>“{path}” is empty: there is no text to read in it.</source>
        <translation>«{path}» está vacío: no hay texto que leer.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}): choose another folder or name.</source>
        <translation>No se ha podido escribir «{path}» ({reason}): elige otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>“{path}” is a folder: open the article&apos;s file inside it instead.</source>
        <translation>«{path}» es una carpeta: abre el archivo del artículo que esté dentro.</translation>
    </message>
    <message>
        <source>“{path}” is a device or a pipe, not a file with an article.</source>
        <translation>«{path}» es un dispositivo o una tubería, no un archivo con un artículo.</translation>
    </message>
    <message>
        <source>There is no file “{path}”: check the name, or whether it was moved or deleted.</source>
        <translation>No existe el archivo «{path}»: comprueba el nombre o si se ha movido o borrado.</translation>
    </message>
    <message>
        <source>You have no permission to read “{path}”: change its permissions, or copy it.</source>
        <translation>No tienes permiso para leer «{path}»: cambia sus permisos o cópialo.</translation>
    </message>
    <message>
        <source>“{path}” could not be read ({reason}): check the disk or the connection and try again.</source>
        <translation>No se ha podido leer «{path}» ({reason}): comprueba el disco o la conexión y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>There is no library “{path}” yet: open the article in the window first, or name another with --library.</source>
        <translation>Aún no existe la biblioteca «{path}»: abre antes el artículo en la ventana o indica otra con --library.</translation>
    </message>
    <message>
        <source>The library holds nothing on “{path}”: open it in the window first.</source>
        <translation>La biblioteca no tiene nada sobre «{path}»: ábrelo antes en la ventana.</translation>
    </message>
    <message>
        <source>“{path}” holds only blank space: there is no text to read in it.</source>
        <translation>«{path}» solo contiene espacios en blanco: no hay texto que leer.</translation>
    </message>
    <message>
        <source>The encoding of “{path}” can&apos;t be told (neither UTF-8 nor Windows-1252): save it as UTF-8 text and open it again.</source>
        <translation>No se reconoce la codificación de «{path}» (ni UTF-8 ni Windows-1252): guárdalo como texto UTF-8 y vuelve a abrirlo.</translation>
    </message>
    <message>
        <source>“{path}” is not a text file: export its article as plain text (.txt) and open that.</source>
        <translation>«{path}» no es un archivo de texto: exporta su artículo como texto sin formato (.txt) y abre ese archivo.</translation>
    </message>
    <message>
        <source>“{path}” says that it is {encoding} but is damaged: get a fresh copy, or save it as UTF-8 text.</source>
        <translation>«{path}» dice ser {encoding} pero está dañado: consigue otra copia o guárdalo como texto UTF-8.</translation>
    </message>
    <message>
        <source>“{model}” is no recognition model: a spaCy pipeline&apos;s folder (with meta.json and config.cfg) or an installed package&apos;s name was expected. Choose another one in the settings.</source>
        <translation>«{model}» no es un modelo de reconocimiento: se esperaba la carpeta de un modelo de spaCy (con meta.json y config.cfg) o el nombre de un paquete instalado. Elige otro en los ajustes.</translation>
    </message>
    <message>
        <source>The model “{model}” is for the language “{language}”, but articles are read in Spanish (“es”). Choose a Spanish one in the settings.</source>
        <translation>El modelo «{model}» es para el idioma «{language}», pero los artículos se leen en español («es»). Elige uno español en los ajustes.</translation>
    </message>
    <message>
        <source>The model “{model}” finds no names: its parts are {parts}, and “ner” was expected among them. Choose another one in the settings.</source>
        <translation>El modelo «{model}» no encuentra nombres: sus partes son {parts} y se esperaba «ner» entre ellas. Elige otro en los ajustes.</translation>
    </message>
    <message>
        <source>The model “{model}” is made for spaCy {wanted}, but {installed} is installed. Choose a model for this version in the settings.</source>
        <translation>El modelo «{model}» es para spaCy {wanted}, pero está instalado {installed}. Elige en los ajustes un modelo para esta versión.</translation>
    </message>
    <message>
        <source>The model “{model}” in {folder} can&apos;t be loaded ({reason}). Install it again or choose another one in the settings.</source>
        <translation>No se puede cargar el modelo «{model}» de {folder} ({reason}). Vuelve a instalarlo o elige otro en los ajustes.</translation>
    </message>
    <message>
        <source>The note was not saved, because its entity is no longer in the library: copy the note&apos;s text, open the article again and paste it there.</source>
        <translation>La nota no se ha guardado porque su entidad ya no está en la biblioteca: copia el texto, abre de nuevo el artículo y pégalo allí.</translation>
    </message>
    <message>
        <source>The library “{path}” is damaged: put a backup in its place, or open another library.</source>
        <translation>La biblioteca «{path}» está dañada: pon una copia de seguridad en su lugar o abre otra biblioteca.</translation>
    </message>
    <message>
        <source>The library “{path}” can&apos;t be written: change the permissions of the file and its folder, or copy it elsewhere and open the copy.</source>
        <translation>No se puede escribir en la biblioteca «{path}»: cambia los permisos del archivo y de su carpeta, o cópialo en otro sitio y abre la copia.</translation>
    </message>
    <message>
        <source>The library “{path}” is in use by another program: close that one, then try again.</source>
        <translation>Otro programa está usando la biblioteca «{path}»: ciérralo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>“{path}” is not a library of Reader: open another file, or give a new name to start an empty library.</source>
        <translation>«{path}» no es una biblioteca de Reader: abre otro archivo o da un nombre nuevo para empezar una biblioteca vacía.</translation>
    </message>
    <message>
        <source>There is no room for the library “{path}” on its disk: free some, then try again.</source>
        <translation>No queda sitio en el disco para la biblioteca «{path}»: libera espacio y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The library “{path}” could not be read or written: check the disk or the connection, then try again.</source>
        <translation>No se ha podido leer o escribir la biblioteca «{path}»: comprueba el disco o la conexión y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The text is too long for the library “{path}”: split it into parts.</source>
        <translation>El texto es demasiado largo para la biblioteca «{path}»: divídelo en partes.</translation>
    </message>
    <message>
        <source>“{path}” is a folder: give the name of a library file inside it.</source>
        <translation>«{path}» es una carpeta: indica el nombre de un archivo de biblioteca que esté dentro.</translation>
    </message>
    <message>
        <source>The library “{path}” was made by a newer version of Reader: update Reader to open it.</source>
        <translation>La biblioteca «{path}» se creó con una versión más nueva de Reader: actualiza Reader para abrirla.</translation>
    </message>
    <message>
        <source>There can&apos;t be a library at “{path}” ({reason}): choose another folder or name.</source>
        <translation>No puede haber una biblioteca en «{path}» ({reason}): elige otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>Recognition stopped {times} times while reading this article ({reason}), so it has no highlights. Open the article again to retry; your notes and annotations work as ever.</source>
        <translation>El reconocimiento se detuvo {times} veces al leer este artículo ({reason}), así que no tiene resaltados. Vuelve a abrir el artículo para reintentarlo; tus notas y anotaciones funcionan como siempre.</translation>
    </message>
    <message>
        <source>The recognition process ended {times} times while starting ({reason}). Install the program again or choose another model in the settings.</source>
        <translation>El proceso de reconocimiento terminó {times} veces al arrancar ({reason}). Vuelve a instalar el programa o elige otro modelo en los ajustes.</translation>
    </message>
    <message>
        <source>Recognition met an error in the program ({reason}), so this article has no highlights. Please report it; your notes and annotations work as ever.</source>
        <translation>El reconocimiento dio con un error del programa ({reason}), así que este artículo no tiene resaltados. Comunícalo, por favor; tus notas y anotaciones funcionan como siempre.</translation>
    </message>
    <message>
        <source>The article is not in the library, so there is nothing to export: open it first.</source>
        <translation>El artículo no está en la biblioteca, así que no hay nada que exportar: ábrelo antes.</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Países</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organizaciones</translation>
    </message>
</context>
</TS>
