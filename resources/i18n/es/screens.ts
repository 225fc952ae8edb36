<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Laboratory’s lower limit</source>
        <translation>Límite inferior del laboratorio</translation>
    </message>
    <message>
        <source>Something went wrong in the program. The result of the calculator was taken away.</source>
        <translation>Algo ha fallado en el programa. Se ha retirado el resultado de la calculadora.</translation>
    </message>
    <message>
        <source>You can go on. If it happens again, please pass on the details; nothing typed is in them.</source>
        <translation>Puede continuar. Si vuelve a ocurrir, transmita los detalles; no contienen nada de lo que se ha escrito.</translation>
    </message>
    <message>
        <source>it has more than {size} kB</source>
        <translation>tiene más de {size} kB</translation>
    </message>
    <message>
        <source>“{name}” is there twice</source>
        <translation>«{name}» figura dos veces</translation>
    </message>
    <message>
        <source>it is not written as JSON</source>
        <translation>no está escrito como JSON</translation>
    </message>
    <message>
        <source>it does not begin with {beginning}</source>
        <translation>no empieza con {beginning}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>the bytes of a picture in base64</source>
        <translation>los bytes de una imagen en base64</translation>
    </message>
    <message>
        <source>a table of texts</source>
        <translation>una tabla de textos</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>una lista de textos</translation>
    </message>
    <message>
        <source>lists of texts</source>
        <translation>listas de textos</translation>
    </message>
    <message>
        <source>“{key}” is not a setting that is known here</source>
        <translation>«{key}» no es un ajuste conocido aquí</translation>
    </message>
    <message>
        <source>“{key}” has to be {kind}</source>
        <translation>«{key}» tiene que ser {kind}</translation>
    </message>
    <message>
        <source>This file holds no settings of a clinic: {reason}.</source>
        <translation>Este archivo no contiene ajustes de un centro: {reason}.</translation>
    </message>
    <message>
        <source>Not yet reviewed by a clinician</source>
        <translation>Aún sin revisar por un clínico</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>hereditaria</translation>
    </message>
    <message>
        <source>acquired</source>
        <translation>adquirida</translation>
    </message>
    <message>
        <source>apparent only</source>
        <translation>solo aparente</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Evolución</translation>
    </message>
    <message>
        <source>acute</source>
        <translation>aguda</translation>
    </message>
    <message>
        <source>chronic</source>
        <translation>crónica</translation>
    </message>
    <message>
        <source>cyclic</source>
        <translation>cíclica</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Mecanismo</translation>
    </message>
    <message>
        <source>decreased production</source>
        <translation>producción disminuida</translation>
    </message>
    <message>
        <source>altered storage</source>
        <translation>almacenamiento alterado</translation>
    </message>
    <message>
        <source>increased destruction</source>
        <translation>destrucción aumentada</translation>
    </message>
    <message>
        <source>mechanism unknown</source>
        <translation>mecanismo desconocido</translation>
    </message>
    <message>
        <source>Other cell lines</source>
        <translation>Otras series celulares</translation>
    </message>
    <message>
        <source>other cell lines usually normal</source>
        <translation>otras series suelen ser normales</translation>
    </message>
    <message>
        <source>other cell lines often low</source>
        <translation>otras series a menudo bajas</translation>
    </message>
    <message>
        <source>Age at onset</source>
        <translation>Edad de inicio</translation>
    </message>
    <message>
        <source>newborn or infant</source>
        <translation>recién nacido o lactante</translation>
    </message>
    <message>
        <source>child</source>
        <translation>niño</translation>
    </message>
    <message>
        <source>adult</source>
        <translation>adulto</translation>
    </message>
    <message>
        <source>Smear or marrow</source>
        <translation>Frotis o médula ósea</translation>
    </message>
    <message>
        <source>maturation arrest</source>
        <translation>detención madurativa</translation>
    </message>
    <message>
        <source>giant granules</source>
        <translation>gránulos gigantes</translation>
    </message>
    <message>
        <source>hypersegmented neutrophils</source>
        <translation>neutrófilos hipersegmentados</translation>
    </message>
    <message>
        <source>hyposegmented neutrophils</source>
        <translation>neutrófilos hiposegmentados</translation>
    </message>
    <message>
        <source>neutrophils held in the marrow</source>
        <translation>neutrófilos retenidos en la médula</translation>
    </message>
    <message>
        <source>large granular lymphocytes</source>
        <translation>linfocitos grandes granulares</translation>
    </message>
    <message>
        <source>blasts</source>
        <translation>blastos</translation>
    </message>
    <message>
        <source>dysplasia</source>
        <translation>displasia</translation>
    </message>
    <message>
        <source>empty marrow</source>
        <translation>médula vacía</translation>
    </message>
    <message>
        <source>vacuoles in precursors</source>
        <translation>vacuolas en los precursores</translation>
    </message>
    <message>
        <source>haemophagocytosis</source>
        <translation>hemofagocitosis</translation>
    </message>
    <message>
        <source>clumped neutrophils</source>
        <translation>neutrófilos agregados</translation>
    </message>
    <message>
        <source>Associated feature</source>
        <translation>Rasgo asociado</translation>
    </message>
    <message>
        <source>recent medicine</source>
        <translation>medicamento reciente</translation>
    </message>
    <message>
        <source>recent infection</source>
        <translation>infección reciente</translation>
    </message>
    <message>
        <source>recent vaccination</source>
        <translation>vacunación reciente</translation>
    </message>
    <message>
        <source>large spleen</source>
        <translation>bazo grande</translation>
    </message>
    <message>
        <source>arthritis</source>
        <translation>artritis</translation>
    </message>
    <message>
        <source>albinism</source>
        <translation>albinismo</translation>
    </message>
    <message>
        <source>short stature</source>
        <translation>talla baja</translation>
    </message>
    <message>
        <source>pancreatic insufficiency</source>
        <translation>insuficiencia pancreática</translation>
    </message>
    <message>
        <source>bone or limb changes</source>
        <translation>alteraciones de huesos o extremidades</translation>
    </message>
    <message>
        <source>facial features</source>
        <translation>rasgos faciales</translation>
    </message>
    <message>
        <source>skin, hair or nail changes</source>
        <translation>alteraciones de piel, pelo o uñas</translation>
    </message>
    <message>
        <source>eczema or rash</source>
        <translation>eccema o exantema</translation>
    </message>
    <message>
        <source>warts</source>
        <translation>verrugas</translation>
    </message>
    <message>
        <source>deafness</source>
        <translation>sordera</translation>
    </message>
    <message>
        <source>eye disease</source>
        <translation>enfermedad ocular</translation>
    </message>
    <message>
        <source>heart or vessel disease</source>
        <translation>enfermedad del corazón o de los vasos</translation>
    </message>
    <message>
        <source>kidney or urinary tract disease</source>
        <translation>enfermedad renal o urinaria</translation>
    </message>
    <message>
        <source>liver disease</source>
        <translation>enfermedad hepática</translation>
    </message>
    <message>
        <source>diarrhoea or bowel disease</source>
        <translation>diarrea o enfermedad intestinal</translation>
    </message>
    <message>
        <source>lung disease</source>
        <translation>enfermedad pulmonar</translation>
    </message>
    <message>
        <source>neurological or developmental disease</source>
        <translation>enfermedad neurológica o del desarrollo</translation>
    </message>
    <message>
        <source>low blood glucose</source>
        <translation>glucemia baja</translation>
    </message>
    <message>
        <source>metabolic crisis or acidosis</source>
        <translation>crisis metabólica o acidosis</translation>
    </message>
    <message>
        <source>low immunoglobulins</source>
        <translation>inmunoglobulinas bajas</translation>
    </message>
    <message>
        <source>low lymphocytes</source>
        <translation>linfocitos bajos</translation>
    </message>
    <message>
        <source>severe or unusual infections</source>
        <translation>infecciones graves o inusuales</translation>
    </message>
    <message>
        <source>mouth ulcers or gum disease</source>
        <translation>úlceras bucales o enfermedad de las encías</translation>
    </message>
    <message>
        <source>swollen lymph nodes</source>
        <translation>ganglios linfáticos aumentados</translation>
    </message>
    <message>
        <source>bleeding</source>
        <translation>hemorragia</translation>
    </message>
    <message>
        <source>autoimmune disease</source>
        <translation>enfermedad autoinmune</translation>
    </message>
    <message>
        <source>leukaemia or cancer risk</source>
        <translation>riesgo de leucemia o cáncer</translation>
    </message>
    <message>
        <source>malnutrition</source>
        <translation>desnutrición</translation>
    </message>
    <message>
        <source>This is too long for the sheet. Type at most {most} characters.</source>
        <translation>Es demasiado largo para la hoja. Escriba como máximo {most} caracteres.</translation>
    </message>
    <message>
        <source>an invisible sign</source>
        <translation>un signo invisible</translation>
    </message>
    <message>
        <source>The sheet can’t print {sign} ({code}). Type Latin, Greek, Cyrillic or Arabic letters, simplified Chinese, digits and common signs.</source>
        <translation>La hoja no puede imprimir {sign} ({code}). Escriba letras latinas, griegas, cirílicas o árabes, chino simplificado, cifras y signos corrientes.</translation>
    </message>
    <message>
        <source>Type at most one decimal, such as 38.5.</source>
        <translation>Escriba como máximo un decimal, por ejemplo 38.5.</translation>
    </message>
    <message>
        <source>{typed} looks like °F; this field takes °C. {typed} °F is about {celsius} °C.</source>
        <translation>{typed} parece estar en °F; este campo es en °C. {typed} °F son unos {celsius} °C.</translation>
    </message>
    <message>
        <source>{typed} looks like °F; this field takes °C. {typed} °F is {celsius} °C.</source>
        <translation>{typed} parece estar en °F; este campo es en °C. {typed} °F son {celsius} °C.</translation>
    </message>
    <message>
        <source>Type the temperature in °C, from {lowest} to {highest}, such as {offered}.</source>
        <translation>Escriba la temperatura en °C, de {lowest} a {highest}, por ejemplo {offered}.</translation>
    </message>
    <message>
        <source>This is the date of a count. Type the count too, or leave the date empty.</source>
        <translation>Esta es la fecha de un recuento. Escriba también el recuento o deje la fecha vacía.</translation>
    </message>
    <message>
        <source>The last of these days is before the first. Change one of them.</source>
        <translation>El último de estos días es anterior al primero. Cambie uno de ellos.</translation>
    </message>
    <message>
        <source>These are {lines} lines; the sheet has room for {most}. Take some away.</source>
        <translation>Son {lines} líneas; en la hoja caben {most}. Quite algunas.</translation>
    </message>
    <message>
        <source>“{choice}” is no choice for “{key}” here. Choose it anew, or take it out of the settings.</source>
        <translation>«{choice}» no es una opción de «{key}» aquí. Elija de nuevo o quítelo de los ajustes.</translation>
    </message>
    <message>
        <source>Choose at least one language.</source>
        <translation>Elija al menos un idioma.</translation>
    </message>
    <message>
        <source>There are no words in “{language}”. Choose of {known}.</source>
        <translation>No hay textos en «{language}». Elija entre {known}.</translation>
    </message>
    <message>
        <source>Choose one of {known}.</source>
        <translation>Elija entre {known}.</translation>
    </message>
    <message>
        <source>Only the sheet “{sheet}” names a medicine.</source>
        <translation>Solo la hoja «{sheet}» nombra un medicamento.</translation>
    </message>
    <message>
        <source>{count} {unit} is too high for neutrophils. Check the number and the unit.</source>
        <translation>{count} {unit} es demasiado alto para neutrófilos. Compruebe el número y la unidad.</translation>
    </message>
    <message>
        <source>{count} {unit} is less than ten cells. If the report says {count} {other_unit}, choose that unit; if not, type {same}.</source>
        <translation>{count} {unit} son menos de diez células. Si el informe dice {count} {other_unit}, elija esa unidad; si no, escriba {same}.</translation>
    </message>
    <message>
        <source>This unit is not known here. Choose one of {offered}.</source>
        <translation>Esta unidad no se conoce aquí. Elija entre {offered}.</translation>
    </message>
    <message>
        <source>Choose the unit that the report prints: {offered}.</source>
        <translation>Elija la unidad que figura en el informe: {offered}.</translation>
    </message>
    <message>
        <source>Type the date as year-month-day, such as 2026-11-21, or leave it empty.</source>
        <translation>Escriba la fecha como año-mes-día, por ejemplo 2026-11-21, o déjela vacía.</translation>
    </message>
    <message>
        <source>or</source>
        <translation>o</translation>
    </message>
    <message>
        <source>Choose {offered}.</source>
        <translation>Elija {offered}.</translation>
    </message>
    <message>
        <source>This SVG file has a filter, which can’t be printed. Save the logo as a PNG file instead.</source>
        <translation>Este archivo SVG tiene un filtro, que no se puede imprimir. Guarde el logotipo como archivo PNG.</translation>
    </message>
    <message>
        <source>This SVG file has a marker, which can’t be printed. Save the logo as a PNG file instead.</source>
        <translation>Este archivo SVG tiene un marcador, que no se puede imprimir. Guarde el logotipo como archivo PNG.</translation>
    </message>
    <message>
        <source>This SVG file has a mask, which can’t be printed. Save the logo as a PNG file instead.</source>
        <translation>Este archivo SVG tiene una máscara, que no se puede imprimir. Guarde el logotipo como archivo PNG.</translation>
    </message>
    <message>
        <source>This SVG file has a pattern, which can’t be printed. Save the logo as a PNG file instead.</source>
        <translation>Este archivo SVG tiene un patrón, que no se puede imprimir. Guarde el logotipo como archivo PNG.</translation>
    </message>
    <message>
        <source>This SVG file has a script, which can’t be printed. Save the logo as a PNG file instead.</source>
        <translation>Este archivo SVG tiene un script, que no se puede imprimir. Guarde el logotipo como archivo PNG.</translation>
    </message>
    <message>
        <source>Choose a PNG or SVG file of at most 300 kB.</source>
        <translation>Elija un archivo PNG o SVG de 300 kB como máximo.</translation>
    </message>
    <message>
        <source>This picture is too large.</source>
        <translation>Esta imagen es demasiado grande.</translation>
    </message>
    <message>
        <source>This file is no picture that can be printed here.</source>
        <translation>Este archivo no es una imagen que se pueda imprimir aquí.</translation>
    </message>
    <message>
        <source>This PNG file is damaged. Save the picture again.</source>
        <translation>Este archivo PNG está dañado. Guarde la imagen de nuevo.</translation>
    </message>
    <message>
        <source>This picture has {width} × {height} points. Make it at most {most} across and down.</source>
        <translation>Esta imagen tiene {width} × {height} puntos. Redúzcala a {most} como máximo de ancho y de alto.</translation>
    </message>
    <message>
        <source>This SVG file can’t be read. Save the picture again.</source>
        <translation>Este archivo SVG no se puede leer. Guarde la imagen de nuevo.</translation>
    </message>
    <message>
        <source>This SVG file shows another file, which can’t be printed. Embed it.</source>
        <translation>Este archivo SVG muestra otro archivo, que no se puede imprimir. Incrústelo.</translation>
    </message>
    <message>
        <source>A picture within this SVG file is no PNG picture of at most {most} points each way. Save the logo as a PNG file instead.</source>
        <translation>Una imagen dentro de este archivo SVG no es PNG o pasa de {most} puntos por lado. Guarde el logotipo como archivo PNG.</translation>
    </message>
    <message>
        <source>This SVG file clips a clip, which can’t be printed. Save the logo as a PNG file instead.</source>
        <translation>Este archivo SVG recorta un recorte, lo que no se puede imprimir. Guarde el logotipo como archivo PNG.</translation>
    </message>
    <message>
        <source>This SVG file draws too many shapes to be printed. Save the logo as a PNG file instead.</source>
        <translation>Este archivo SVG dibuja demasiadas formas para imprimirlo. Guarde el logotipo como archivo PNG.</translation>
    </message>
    <message>
        <source>Mild</source>
        <translation>Leve</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Moderada</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>Grave</translation>
    </message>
    <message>
        <source>Profound</source>
        <translation>Profunda</translation>
    </message>
    <message>
        <source>square-root scale</source>
        <translation>escala de raíz cuadrada</translation>
    </message>
    <message>
        <source>logarithmic scale</source>
        <translation>escala logarítmica</translation>
    </message>
    <message>
        <source>{number} counts from {first} to {last}, in cells per microlitre, {scale}.</source>
        <translation>{number} recuentos del {first} al {last}, en células por microlitro, {scale}.</translation>
    </message>
    <message>
        <source>1 count from {first} to {last}, in cells per microlitre, {scale}.</source>
        <translation>1 recuento del {first} al {last}, en células por microlitro, {scale}.</translation>
    </message>
    <message>
        <source>Nadir: {count} on {day}.</source>
        <translation>Nadir: {count} el {day}.</translation>
    </message>
    <message>
        <source>The laboratory’s lower limit: {count}.</source>
        <translation>Límite inferior del laboratorio: {count}.</translation>
    </message>
    <message>
        <source>No neutropenia</source>
        <translation>Sin neutropenia</translation>
    </message>
    <message>
        <source>{moment} ({days} since day one)</source>
        <translation>{moment} ({days} desde el día uno)</translation>
    </message>
    <message>
        <source>The settings of the clinic in Group Policy can’t be used: {reason}.</source>
        <translation>Los ajustes del centro en las directivas de grupo no se pueden usar: {reason}.</translation>
    </message>
    <message>
        <source>Another copy of NeutroGUI has not let go of the clinic’s settings, so yours were not kept. Close that copy and set them again.</source>
        <translation>Otra copia de NeutroGUI no ha soltado los ajustes del centro, así que los suyos no se guardaron. Cierre esa copia y vuelva a introducirlos.</translation>
    </message>
    <message>
        <source>The clinic’s settings could not be kept: {why}. Ask who looks after this computer.</source>
        <translation>No se han podido guardar los ajustes del centro: {why}. Consulte a quien se ocupa de este equipo.</translation>
    </message>
    <message>
        <source>“{file}” can’t be read: {reason}.</source>
        <translation>«{file}» no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>The plan of the sheets is missing from this installation. Install NeutroGUI again.</source>
        <translation>Falta el plan de las hojas en esta instalación. Vuelva a instalar NeutroGUI.</translation>
    </message>
    <message>
        <source>This can’t be a file name. Choose another one.</source>
        <translation>Esto no puede ser un nombre de archivo. Elija otro.</translation>
    </message>
    <message>
        <source>You may not write “{path}”, or it is open in another program. Close it there, or choose another folder.</source>
        <translation>No puede escribir «{path}» o está abierto en otro programa. Ciérrelo allí o elija otra carpeta.</translation>
    </message>
    <message>
        <source>There is no room left for “{path}”. Free some space, or choose another disk.</source>
        <translation>No queda espacio para «{path}». Libere espacio o elija otro disco.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”. Choose a folder that exists.</source>
        <translation>No existe la carpeta «{folder}». Elija una carpeta que exista.</translation>
    </message>
    <message>
        <source>“{path}” is a folder. Choose a file name.</source>
        <translation>«{path}» es una carpeta. Elija un nombre de archivo.</translation>
    </message>
    <message>
        <source>The file name is too long. Choose a shorter one.</source>
        <translation>El nombre del archivo es demasiado largo. Elija uno más corto.</translation>
    </message>
    <message>
        <source>“{path}” could not be saved: {reason}. Choose another place.</source>
        <translation>No se ha podido guardar «{path}»: {reason}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>The words of the sheet are missing from this installation. Install NeutroGUI again.</source>
        <translation>Faltan los textos de la hoja en esta instalación. Vuelva a instalar NeutroGUI.</translation>
    </message>
    <message>
        <source>The fonts of this installation can’t be read. Install NeutroGUI again.</source>
        <translation>No se pueden leer los tipos de letra de esta instalación. Vuelva a instalar NeutroGUI.</translation>
    </message>
    <message>
        <source>The fonts are missing from this installation. Install NeutroGUI again.</source>
        <translation>Faltan los tipos de letra en esta instalación. Vuelva a instalar NeutroGUI.</translation>
    </message>
    <message>
        <source>The fonts of the page lack {signs}.</source>
        <translation>Los tipos de letra de la página no tienen {signs}.</translation>
    </message>
    <message>
        <source>The page could not be laid out: typst failed on it. If there is a logo, save it as a PNG file.</source>
        <translation>No se ha podido componer la página: typst ha fallado. Si hay un logotipo, guárdelo como archivo PNG.</translation>
    </message>
    <message>
        <source>The page could not be laid out cleanly: {reason}.</source>
        <translation>No se ha podido componer bien la página: {reason}.</translation>
    </message>
    <message>
        <source>The page could not be laid out: {reason}.</source>
        <translation>No se ha podido componer la página: {reason}.</translation>
    </message>
    <message>
        <source>The administrator’s settings in “{place}” can’t be read.</source>
        <translation>Los ajustes del administrador en «{place}» no se pueden leer.</translation>
    </message>
    <message>
        <source>Install NeutroGUI again, or ask whoever looks after this computer. The calculator works without it.</source>
        <translation>Vuelva a instalar NeutroGUI o consulte a quien se ocupa de este equipo. La calculadora funciona sin ello.</translation>
    </message>
    <message>
        <source>The reference content is damaged or was changed.</source>
        <translation>El contenido de consulta está dañado o se ha modificado.</translation>
    </message>
    <message>
        <source>The reference content belongs to another version of NeutroGUI (form {form}, needed is {needed}).</source>
        <translation>El contenido de consulta es de otra versión de NeutroGUI (formato {form}, se necesita {needed}).</translation>
    </message>
    <message>
        <source>The reference content is missing.</source>
        <translation>Falta el contenido de consulta.</translation>
    </message>
    <message>
        <source>The reference content cannot be read ({reason}).</source>
        <translation>El contenido de consulta no se puede leer ({reason}).</translation>
    </message>
    <message>
        <source>There is no entry “{name}”. `neutrogui tree` lists all of them.</source>
        <translation>No hay ninguna entrada «{name}». `neutrogui tree` las muestra todas.</translation>
    </message>
    <message>
        <source>it cannot be read ({reason})</source>
        <translation>no se puede leer ({reason})</translation>
    </message>
    <message>
        <source>You are reading the content that came with the program, edition {edition}. Please tell whoever looks after this computer.</source>
        <translation>Está leyendo el contenido que vino con el programa, edición {edition}. Avise a quien se ocupa de este equipo.</translation>
    </message>
    <message>
        <source>the program’s key “{file}” is damaged</source>
        <translation>la clave «{file}» del programa está dañada</translation>
    </message>
    <message>
        <source>the file is no content pack, or one of another form</source>
        <translation>el archivo no es un paquete de contenido o tiene otro formato</translation>
    </message>
    <message>
        <source>this program has no key to check its signature with</source>
        <translation>este programa no tiene clave para comprobar su firma</translation>
    </message>
    <message>
        <source>it is not signed with a key that this program trusts</source>
        <translation>no está firmado con una clave en la que este programa confíe</translation>
    </message>
    <message>
        <source>it is damaged or incomplete</source>
        <translation>está dañado o incompleto</translation>
    </message>
    <message>
        <source>it belongs to another version of NeutroGUI (form {form}, needed is {needed})</source>
        <translation>es de otra versión de NeutroGUI (formato {form}, se necesita {needed})</translation>
    </message>
    <message>
        <source>its content is not what its label says</source>
        <translation>su contenido no es el que dice su etiqueta</translation>
    </message>
    <message>
        <source>something else than a file has its name</source>
        <translation>algo que no es un archivo lleva su nombre</translation>
    </message>
    <message>
        <source>the file is too large to be one</source>
        <translation>el archivo es demasiado grande para serlo</translation>
    </message>
    <message>
        <source>The content pack is not used: {reason}.</source>
        <translation>El paquete de contenido no se usa: {reason}.</translation>
    </message>
    <message>
        <source>&amp;Absolute neutrophil count</source>
        <translation>Recuento &amp;absoluto de neutrófilos</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Handout for the patient…</source>
        <translation>&amp;Hoja para el paciente…</translation>
    </message>
    <message>
        <source>&amp;Print entry…</source>
        <translation>&amp;Imprimir la entrada…</translation>
    </message>
    <message>
        <source>Print &amp;result…</source>
        <translation>Imprimir el &amp;resultado…</translation>
    </message>
    <message>
        <source>E&amp;xport favourites…</source>
        <translation>E&amp;xportar los favoritos…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>Copy &amp;entry</source>
        <translation>Copiar la &amp;entrada</translation>
    </message>
    <message>
        <source>Copy &amp;result</source>
        <translation>Copiar el &amp;resultado</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
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
        <source>&amp;Normal text</source>
        <translation>Texto &amp;normal</translation>
    </message>
    <message>
        <source>Colours as the s&amp;ystem</source>
        <translation>Colores del &amp;sistema</translation>
    </message>
    <message>
        <source>L&amp;ight colours</source>
        <translation>Colores &amp;claros</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Colores &amp;oscuros</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>&amp;Idioma (Language)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>El del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Expand the tree</source>
        <translation>&amp;Desplegar el árbol</translation>
    </message>
    <message>
        <source>&amp;Collapse the tree</source>
        <translation>Con&amp;traer el árbol</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Buscar</translation>
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
        <source>&amp;Next pane</source>
        <translation>&amp;Panel siguiente</translation>
    </message>
    <message>
        <source>Add to or take out of the fa&amp;vourites</source>
        <translation>Añadir a los fa&amp;voritos o quitar de ellos</translation>
    </message>
    <message>
        <source>&amp;Calculate</source>
        <translation>&amp;Calcular</translation>
    </message>
    <message>
        <source>&amp;Paste a report</source>
        <translation>&amp;Pegar un informe</translation>
    </message>
    <message>
        <source>&amp;Serial counts…</source>
        <translation>Recuentos &amp;seriados…</translation>
    </message>
    <message>
        <source>&amp;Clear the calculators</source>
        <translation>&amp;Vaciar las calculadoras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;User’s guide</source>
        <translation>&amp;Guía del usuario</translation>
    </message>
    <message>
        <source>For ad&amp;ministrators</source>
        <translation>Para ad&amp;ministradores</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>A&amp;tajos de teclado</translation>
    </message>
    <message>
        <source>&amp;About NeutroGUI</source>
        <translation>&amp;Acerca de NeutroGUI</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Licencias</translation>
    </message>
    <message>
        <source>From the search box into the results</source>
        <translation>Del cuadro de búsqueda a los resultados</translation>
    </message>
    <message>
        <source>Open the best result</source>
        <translation>Abrir el mejor resultado</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Table: {columns}</source>
        <translation>Tabla: {columns}</translation>
    </message>
    <message>
        <source>Way to fill it in</source>
        <translation>Modo de rellenarla</translation>
    </message>
    <message>
        <source>Stays open while something in it is filled in</source>
        <translation>Sigue abierto mientras haya algo rellenado en él</translation>
    </message>
    <message>
        <source>Something went wrong. Change a field to calculate again.</source>
        <translation>Algo ha fallado. Cambie un campo para volver a calcular.</translation>
    </message>
    <message>
        <source>Please check.</source>
        <translation>Compruebe.</translation>
    </message>
    <message>
        <source>Change to {choice}</source>
        <translation>Cambiar a {choice}</translation>
    </message>
    <message>
        <source>It is right as typed</source>
        <translation>Es correcto como está</translation>
    </message>
    <message>
        <source>Cha&amp;nge</source>
        <translation>Ca&amp;mbiar</translation>
    </message>
    <message>
        <source>Choose another calculator</source>
        <translation>Elegir otra calculadora</translation>
    </message>
    <message>
        <source>Fills in what the report on the clipboard says, and shows from which words</source>
        <translation>Rellena lo que dice el informe del portapapeles y muestra de qué palabras procede</translation>
    </message>
    <message>
        <source>Handout…</source>
        <translation>Hoja…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>Copiar el resultado</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Print result</source>
        <translation>Imprimir el resultado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Clear all calculators</source>
        <translation>Vaciar todas las calculadoras</translation>
    </message>
    <message>
        <source>Empties every calculator: the next patient starts from nothing</source>
        <translation>Vacía todas las calculadoras: el siguiente paciente empieza de cero</translation>
    </message>
    <message>
        <source>This informs; it does not replace clinical judgement. What is typed here is never stored.</source>
        <translation>Esto informa; no sustituye el juicio clínico. Lo que se escribe aquí no se guarda nunca.</translation>
    </message>
    <message>
        <source>Result copied.</source>
        <translation>Resultado copiado.</translation>
    </message>
    <message>
        <source>Change the calculator. Now: {calculator}</source>
        <translation>Cambiar de calculadora. Ahora: {calculator}</translation>
    </message>
    <message>
        <source>The result appears when what is not clear in the report is settled.</source>
        <translation>El resultado aparece cuando se aclara lo que no está claro en el informe.</translation>
    </message>
    <message>
        <source>The result appears here while you type.</source>
        <translation>El resultado aparece aquí mientras escribe.</translation>
    </message>
    <message>
        <source>The result appears when this is settled.</source>
        <translation>El resultado aparece cuando se aclara esto.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Elija …</translation>
    </message>
    <message>
        <source>Optional.</source>
        <translation>Opcional.</translation>
    </message>
    <message>
        <source>The guides can’t be read. NeutroGUI has to be installed again.</source>
        <translation>Las guías no se pueden leer. Hay que volver a instalar NeutroGUI.</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guías</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Choose the sheet by the patient’s situation, not by the count alone. No patient’s name is asked for: there is a line for the pen. Today’s numbers are not kept.</source>
        <translation>Elija la hoja por la situación del paciente, no solo por el recuento. No se pide el nombre del paciente: hay una línea para escribirlo a mano. Los datos de hoy no se guardan.</translation>
    </message>
    <message>
        <source>The pages appear when this is put right.</source>
        <translation>Las páginas aparecen cuando se corrige esto.</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <translation>Fijado por su administrador.</translation>
    </message>
    <message>
        <source>After &amp;chemotherapy, high risk</source>
        <translation>Tras &amp;quimioterapia, riesgo alto</translation>
    </message>
    <message>
        <source>&amp;Long-term and steady</source>
        <translation>De &amp;larga duración y estable</translation>
    </message>
    <message>
        <source>&amp;Duffy-null: usual for you</source>
        <translation>&amp;Duffy nulo: habitual en usted</translation>
    </message>
    <message>
        <source>&amp;Medicine that lowers the count</source>
        <translation>&amp;Fármaco que baja el recuento</translation>
    </message>
    <message>
        <source>&amp;G-CSF at home</source>
        <translation>&amp;G-CSF en casa</translation>
    </message>
    <message>
        <source>C&amp;hild with a low count</source>
        <translation>&amp;Niño con recuento bajo</translation>
    </message>
    <message>
        <source>&amp;Blank, with your own lines</source>
        <translation>En &amp;blanco, con sus propias líneas</translation>
    </message>
    <message>
        <source>raw produce</source>
        <translation>frutas y verduras crudas</translation>
    </message>
    <message>
        <source>floss</source>
        <translation>hilo dental</translation>
    </message>
    <message>
        <source>Neutrophil count</source>
        <translation>Recuento de neutrófilos</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Date of the count</source>
        <translation>Fecha del recuento</translation>
    </message>
    <message>
        <source>Such as {value}</source>
        <translation>Por ejemplo {value}</translation>
    </message>
    <message>
        <source>Next blood test</source>
        <translation>Próximo análisis de sangre</translation>
    </message>
    <message>
        <source>Low days, from</source>
        <translation>Recuento bajo, desde</translation>
    </message>
    <message>
        <source>Low days, to</source>
        <translation>Recuento bajo, hasta</translation>
    </message>
    <message>
        <source>Medicines to ask about</source>
        <translation>Medicamentos que consultar</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Phone by day</source>
        <translation>Teléfono de día</translation>
    </message>
    <message>
        <source>Phone at night and weekends</source>
        <translation>Tel. noche y fin de semana</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>Adónde ir</translation>
    </message>
    <message>
        <source>Optional, such as the ward</source>
        <translation>Opcional, por ejemplo la planta</translation>
    </message>
    <message>
        <source>Call at or above, °C</source>
        <translation>Llamar a partir de, °C</translation>
    </message>
    <message>
        <source>{value} if left empty</source>
        <translation>{value} si se deja vacío</translation>
    </message>
    <message>
        <source>Call below, °C</source>
        <translation>Llamar por debajo de, °C</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Hoja para el paciente</translation>
    </message>
    <message>
        <source>Choose the unit</source>
        <translation>Elija la unidad</translation>
    </message>
    <message>
        <source>Unit of the count</source>
        <translation>Unidad del recuento</translation>
    </message>
    <message>
        <source>Another medicine</source>
        <translation>Otro medicamento</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>&amp;Logo…</source>
        <translation>L&amp;ogotipo…</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Sin logotipo</translation>
    </message>
    <message>
        <source>This takes {pages} pages instead of {usual}. Leave lines out to save paper.</source>
        <translation>Ocupa {pages} páginas en lugar de {usual}. Quite líneas para ahorrar papel.</translation>
    </message>
    <message>
        <source>Settings written to {file}.</source>
        <translation>Ajustes guardados en {file}.</translation>
    </message>
    <message>
        <source>Settings taken from {file}.</source>
        <translation>Ajustes tomados de {file}.</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papel</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Tamaño de letra</translation>
    </message>
    <message>
        <source>Today’s numbers</source>
        <translation>Datos de hoy</translation>
    </message>
    <message>
        <source>Your clinic</source>
        <translation>Su centro</translation>
    </message>
    <message>
        <source>What your clinic decides</source>
        <translation>Lo que decide su centro</translation>
    </message>
    <message>
        <source>Lines and pictures</source>
        <translation>Líneas e imágenes</translation>
    </message>
    <message>
        <source>Your own lines</source>
        <translation>Sus propias líneas</translation>
    </message>
    <message>
        <source>One line each, as it is to be printed. They are not translated.</source>
        <translation>Una por línea, tal como se ha de imprimir. No se traducen.</translation>
    </message>
    <message>
        <source>Your own lines, one line each</source>
        <translation>Sus propias líneas, una por línea</translation>
    </message>
    <message>
        <source>Settings for other computers</source>
        <translation>Ajustes para otros equipos</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>Which medicine</source>
        <translation>Qué medicamento</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Not known to this edition, and without effect: {named}. It stays in the file of your settings.</source>
        <translation>Desconocido en esta edición y sin efecto: {named}. Queda en el archivo de sus ajustes.</translation>
    </message>
    <message>
        <source>Also call at a low temperature</source>
        <translation>Llamar también con temperatura baja</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>No imprimirla</translation>
    </message>
    <message>
        <source>Sources: {sources}.</source>
        <translation>Fuentes: {sources}.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Imágenes (*.png *.svg)</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exportar los ajustes</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Ajustes (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importar los ajustes</translation>
    </message>
    <message>
        <source>Both scales stand on the sheet.</source>
        <translation>En la hoja figuran ambas escalas.</translation>
    </message>
    <message>
        <source>The low limit is switched off below.</source>
        <translation>El límite bajo está desactivado más abajo.</translation>
    </message>
    <message>
        <source>There is a logo ({size}).</source>
        <translation>Hay un logotipo ({size}).</translation>
    </message>
    <message>
        <source>There is no logo.</source>
        <translation>No hay logotipo.</translation>
    </message>
    <message>
        <source>A qualified translator has checked {language} for us</source>
        <translation>Un traductor cualificado ha revisado el texto en {language} para nosotros</translation>
    </message>
    <message>
        <source>Until then the English sheet is printed after it, so that you can compare.</source>
        <translation>Hasta entonces se imprime después la hoja en inglés, para que pueda comparar.</translation>
    </message>
    <message>
        <source>NeutroGUI is a reference for health professionals. It informs and shows its sources; it does not diagnose, and it gives no orders. It does not replace clinical judgement, local guidance or the medicine’s label.</source>
        <translation>NeutroGUI es una obra de consulta para profesionales sanitarios. Informa y muestra sus fuentes; no diagnostica ni da órdenes. No sustituye el juicio clínico, las guías locales ni la ficha técnica del medicamento.</translation>
    </message>
    <message>
        <source>Its content has not yet been reviewed by a clinician. Each entry names the sources that were read, how much of each was read, and the day on which it was checked against them.</source>
        <translation>Su contenido aún no ha sido revisado por un clínico. Cada entrada nombra las fuentes que se leyeron, cuánto se leyó de cada una y el día en que se cotejó con ellas.</translation>
    </message>
    <message>
        <source>It works without a network and keeps nothing about a patient: typed numbers, searches and sheets are gone when the window is closed, unless you save a file yourself. Only the window’s place, its looks and language, the favourites, the pinned grading schemes and the clinic’s own details are remembered.</source>
        <translation>Funciona sin red y no guarda nada sobre ningún paciente: los números escritos, las búsquedas y las hojas desaparecen al cerrar la ventana, salvo que usted guarde un archivo. Solo se recuerdan el lugar de la ventana, su aspecto y su idioma, los favoritos, las escalas de gravedad fijadas y los datos propios del centro.</translation>
    </message>
    <message>
        <source>The words of this window are a translation from English that no qualified translator has checked yet. The reference and the guides are in English. If something is unclear, choose English in the menu View, Language.</source>
        <translation>Los textos de esta ventana son una traducción del inglés que ningún traductor cualificado ha revisado todavía. La obra de consulta y las guías están en inglés. Si algo no está claro, elija English en el menú Ver, Idioma.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>About NeutroGUI</source>
        <translation>Acerca de NeutroGUI</translation>
    </message>
    <message>
        <source>The reference content is not available.</source>
        <translation>El contenido de consulta no está disponible.</translation>
    </message>
    <message>
        <source>Content edition {name} of {day}: {entries} entries, {sources} sources, listed below. Each entry names its own.</source>
        <translation>Edición {name} del contenido, del {day}: {entries} entradas y {sources} fuentes, enumeradas abajo. Cada entrada nombra las suyas.</translation>
    </message>
    <message>
        <source>Verified by its SHA-256 digest {digest}…</source>
        <translation>Verificado por su resumen SHA-256 {digest}…</translation>
    </message>
    <message>
        <source>Verified by its SHA-256 digest {digest}…; it came in a signed content pack.</source>
        <translation>Verificado por su resumen SHA-256 {digest}…; vino en un paquete de contenido firmado.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Licence texts</source>
        <translation>Textos de las licencias</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>“{file}” can’t be read: {why}. NeutroGUI has to be installed again.</source>
        <translation>«{file}» no se puede leer: {why}. Hay que volver a instalar NeutroGUI.</translation>
    </message>
    <message>
        <source>Opening the reference …</source>
        <translation>Abriendo el contenido de consulta …</translation>
    </message>
    <message>
        <source>Edition {name} from the content pack</source>
        <translation>Edición {name} del paquete de contenido</translation>
    </message>
    <message>
        <source>Edition {name}</source>
        <translation>Edición {name}</translation>
    </message>
    <message>
        <source>Content pack {edition} is not newer</source>
        <translation>El paquete de contenido {edition} no es más nuevo</translation>
    </message>
    <message>
        <source>Content verified</source>
        <translation>Contenido verificado</translation>
    </message>
    <message>
        <source>Content verified, in English</source>
        <translation>Contenido verificado, en inglés</translation>
    </message>
    <message>
        <source>Works offline</source>
        <translation>Trabaja sin red</translation>
    </message>
    <message>
        <source>There is no reference to search.</source>
        <translation>No hay contenido de consulta en el que buscar.</translation>
    </message>
    <message>
        <source>The reference is not available</source>
        <translation>El contenido de consulta no está disponible</translation>
    </message>
    <message>
        <source>No reference content</source>
        <translation>Sin contenido de consulta</translation>
    </message>
    <message>
        <source>{command} (set by your organisation)</source>
        <translation>{command} (fijado por su organización)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Export favourites</source>
        <translation>Exportar los favoritos</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Archivos de texto (*.txt)</translation>
    </message>
    <message>
        <source>Favourites written to {file}</source>
        <translation>Favoritos guardados en {file}</translation>
    </message>
    <message>
        <source>Open in the browser?</source>
        <translation>¿Abrir en el navegador?</translation>
    </message>
    <message>
        <source>This leaves NeutroGUI and asks your browser to open this address. Nothing else is sent.</source>
        <translation>Esto sale de NeutroGUI y pide a su navegador que abra esta dirección. No se envía nada más.</translation>
    </message>
    <message>
        <source>Entry copied</source>
        <translation>Entrada copiada</translation>
    </message>
    <message>
        <source>This lists what fits. It is not a diagnosis, and what is not listed is not excluded.</source>
        <translation>Esto enumera lo que encaja. No es un diagnóstico, y lo que no figura no queda descartado.</translation>
    </message>
    <message>
        <source>Take all back</source>
        <translation>Quitar todo</translation>
    </message>
    <message>
        <source>{answer}, 1 entry</source>
        <translation>{answer}, 1 entrada</translation>
    </message>
    <message>
        <source>{answer}, {number} entries</source>
        <translation>{answer}, {number} entradas</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>Leído recientemente</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Empty the search box</source>
        <translation>Vaciar el cuadro de búsqueda</translation>
    </message>
    <message>
        <source>Narrow by …</source>
        <translation>Acotar por …</translation>
    </message>
    <message>
        <source>Search: name, gene, medicine, sign …</source>
        <translation>Buscar: nombre, gen, fármaco, signo …</translation>
    </message>
    <message>
        <source>Nothing by this name. Similar spelling, not the same:</source>
        <translation>Nada con este nombre. Grafía parecida, no igual:</translation>
    </message>
    <message>
        <source>This name has {readings} readings; {number} entries in all</source>
        <translation>Este nombre tiene {readings} significados; {number} entradas en total</translation>
    </message>
    <message>
        <source>The best {number} entries; another word leaves fewer</source>
        <translation>Las mejores {number} entradas; otra palabra deja menos</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 entrada</translation>
    </message>
    <message>
        <source>{number} entries</source>
        <translation>{number} entradas</translation>
    </message>
    <message>
        <source>Nothing fits both the search and the answers. Take an answer back, or search for less.</source>
        <translation>Nada encaja con la búsqueda y las respuestas. Quite una respuesta o busque menos palabras.</translation>
    </message>
    <message>
        <source>Nothing found: neither in names nor in texts, nor a similar spelling.</source>
        <translation>No se ha encontrado nada: ni en los nombres, ni en los textos, ni con grafía parecida.</translation>
    </message>
    <message>
        <source>The nearest name is “{name}”.</source>
        <translation>El nombre más cercano es «{name}».</translation>
    </message>
    <message>
        <source>Try fewer or shorter words.</source>
        <translation>Pruebe con menos palabras o más cortas. La obra de consulta está en inglés.</translation>
    </message>
    <message>
        <source>written {name}</source>
        <translation>escrito {name}</translation>
    </message>
    <message>
        <source>similar spelling: {name}</source>
        <translation>grafía parecida: {name}</translation>
    </message>
    <message>
        <source>similar spelling</source>
        <translation>grafía parecida</translation>
    </message>
    <message>
        <source>also called {name}</source>
        <translation>también llamado {name}</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Preview: {title}</source>
        <translation>Vista previa: {title}</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Guardado como {file}.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>No se ha imprimido nada.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>Carta (EE. UU.)</translation>
    </message>
    <message>
        <source>Smaller pages</source>
        <translation>Páginas más pequeñas</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>Tan ancho como quepa</translation>
    </message>
    <message>
        <source>Larger pages</source>
        <translation>Páginas más grandes</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>Página {number} de {pages}</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Pages as wide as there is room</source>
        <translation>Páginas tan anchas como quepan</translation>
    </message>
    <message>
        <source>Pages at {percent} %</source>
        <translation>Páginas al {percent} %</translation>
    </message>
    <message>
        <source>This computer has no printer. Save the pages as a PDF file, or have a printer set up.</source>
        <translation>Este equipo no tiene impresora. Guarde las páginas como archivo PDF o pida que le instalen una impresora.</translation>
    </message>
    <message>
        <source>The printer did not answer. Check that it is on, or save the sheet as a PDF file.</source>
        <translation>La impresora no responde. Compruebe que está encendida o guarde la hoja como archivo PDF.</translation>
    </message>
    <message>
        <source>The printer stopped before the last page. Check it and print again.</source>
        <translation>La impresora se ha detenido antes de la última página. Revísela e imprima de nuevo.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Copy entry</source>
        <translation>Copiar la entrada</translation>
    </message>
    <message>
        <source>Print entry</source>
        <translation>Imprimir la entrada</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Take out of the favourites</source>
        <translation>Quitar de los favoritos</translation>
    </message>
    <message>
        <source>Add to the favourites</source>
        <translation>Añadir a los favoritos</translation>
    </message>
    <message>
        <source>Also called: {names}</source>
        <translation>También llamado: {names}</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Véase también</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referencias</translation>
    </message>
    <message>
        <source>{citation} Read: {read}.</source>
        <translation>{citation} Leído: {read}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open reference {number} in the browser</source>
        <translation>Abrir la referencia {number} en el navegador</translation>
    </message>
    <message>
        <source>Further reading, not read for this entry: {citation}</source>
        <translation>Otras lecturas, no leídas para esta entrada: {citation}</translation>
    </message>
    <message>
        <source>Checked against its sources on {day}. {review}.</source>
        <translation>Cotejado con sus fuentes el {day}. {review}.</translation>
    </message>
    <message>
        <source>No patient’s name is asked for: there is a line for the pen. Nothing is kept unless you save it.</source>
        <translation>No se pide el nombre del paciente: hay una línea para escribirlo a mano. No se guarda nada salvo que usted lo guarde.</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy the report first.</source>
        <translation>No hay texto que pegar. Copie antes el informe.</translation>
    </message>
    <message>
        <source>Something is filled in already. Replace all of it by what the pasted report says?</source>
        <translation>Ya hay algo rellenado. ¿Sustituirlo todo por lo que dice el informe pegado?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sustituir</translation>
    </message>
    <message>
        <source>Keep what is filled in</source>
        <translation>Conservar lo rellenado</translation>
    </message>
    <message>
        <source>The pasted report: {values} values understood.</source>
        <translation>Informe pegado: {values} valores entendidos.</translation>
    </message>
    <message>
        <source>The pasted report: 1 value understood.</source>
        <translation>Informe pegado: 1 valor entendido.</translation>
    </message>
    <message>
        <source>The pasted report: {values} values understood, {questions} to decide.</source>
        <translation>Informe pegado: {values} valores entendidos, {questions} por decidir.</translation>
    </message>
    <message>
        <source>The pasted report: 1 value understood, {questions} to decide.</source>
        <translation>Informe pegado: 1 valor entendido, {questions} por decidir.</translation>
    </message>
    <message>
        <source>{value} (not in its field now)</source>
        <translation>{value} (no está ahora en su campo)</translation>
    </message>
    <message>
        <source>{name}: {value}. From the words: {words}</source>
        <translation>{name}: {value}. De las palabras: {words}</translation>
    </message>
    <message>
        <source>Not clear: {field}.</source>
        <translation>No está claro: {field}.</translation>
    </message>
    <message>
        <source>Not clear.</source>
        <translation>No está claro.</translation>
    </message>
    <message>
        <source>In the report: {words}.</source>
        <translation>En el informe: {words}.</translation>
    </message>
    <message>
        <source>From the pasted report: please compare</source>
        <translation>Del informe pegado: compare</translation>
    </message>
    <message>
        <source>From the pasted report</source>
        <translation>Del informe pegado</translation>
    </message>
    <message>
        <source>Keep in sight: {scheme}</source>
        <translation>Mantener a la vista: {scheme}</translation>
    </message>
    <message>
        <source>Keep this scheme in sight</source>
        <translation>Mantener esta escala a la vista</translation>
    </message>
    <message>
        <source>In other schemes</source>
        <translation>En otras escalas</translation>
    </message>
    <message>
        <source>Schemes kept in sight</source>
        <translation>Escalas a la vista</translation>
    </message>
    <message>
        <source>Other schemes</source>
        <translation>Otras escalas</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>What this level means</source>
        <translation>Qué significa este nivel</translation>
    </message>
    <message>
        <source>95 % interval: {interval}</source>
        <translation>Intervalo del 95 %: {interval}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Qué significa</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no se indica</translation>
    </message>
    <message>
        <source>A row for each count: the date, then either the ANC with its unit, or the white cells with their unit and the neutrophil %. Rows can be pasted from a spreadsheet. Nothing is kept unless you save it.</source>
        <translation>Una fila por recuento: la fecha y, después, el RAN con su unidad, o los leucocitos con su unidad y el % de neutrófilos. Se pueden pegar filas de una hoja de cálculo. No se guarda nada salvo que usted lo guarde.</translation>
    </message>
    <message>
        <source>The plot, and what the counts show, appear here when a row can be read.</source>
        <translation>El gráfico, y lo que muestran los recuentos, aparecen aquí cuando se puede leer una fila.</translation>
    </message>
    <message>
        <source>Some dates are not written as year-month-day, and can be read in one way only. Write them so?</source>
        <translation>Algunas fechas no están escritas como año-mes-día y solo se pueden leer de una manera. ¿Escribirlas así?</translation>
    </message>
    <message>
        <source>Something went wrong. Change a row to see the plot and what the counts show again.</source>
        <translation>Algo ha fallado. Cambie una fila para volver a ver el gráfico y lo que muestran los recuentos.</translation>
    </message>
    <message>
        <source>Serial counts</source>
        <translation>Recuentos seriados</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Leído como</translation>
    </message>
    <message>
        <source>Unit where a row has none</source>
        <translation>Unidad si la fila no la tiene</translation>
    </message>
    <message>
        <source>Unit of the lower limit</source>
        <translation>Unidad del límite inferior</translation>
    </message>
    <message>
        <source>Day one</source>
        <translation>Día uno</translation>
    </message>
    <message>
        <source>Se&amp;gmented, bands, time</source>
        <translation>Seg&amp;mentados, cayados, hora</translation>
    </message>
    <message>
        <source>&amp;Open CSV…</source>
        <translation>&amp;Abrir CSV…</translation>
    </message>
    <message>
        <source>&amp;Paste rows</source>
        <translation>&amp;Pegar filas</translation>
    </message>
    <message>
        <source>&amp;Save CSV…</source>
        <translation>&amp;Guardar CSV…</translation>
    </message>
    <message>
        <source>P&amp;rint report…</source>
        <translation>&amp;Imprimir informe…</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Vaciar</translation>
    </message>
    <message>
        <source>Filled in: {rows}.</source>
        <translation>Rellenado: {rows}.</translation>
    </message>
    <message>
        <source>{file}: 1 row.</source>
        <translation>{file}: 1 fila.</translation>
    </message>
    <message>
        <source>{file}: {number} rows.</source>
        <translation>{file}: {number} filas.</translation>
    </message>
    <message>
        <source>Optional, a date</source>
        <translation>Opcional, una fecha</translation>
    </message>
    <message>
        <source>&amp;Unit where a row has none</source>
        <translation>&amp;Unidad si la fila no la tiene</translation>
    </message>
    <message>
        <source>&amp;Day one of a treatment</source>
        <translation>&amp;Día uno de un tratamiento</translation>
    </message>
    <message>
        <source>Laboratory’s &amp;lower limit</source>
        <translation>&amp;Límite inferior del laboratorio</translation>
    </message>
    <message>
        <source>What the counts show</source>
        <translation>Lo que muestran los recuentos</translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation>Abrir CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tablas (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Guardar CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>These rows are not saved.</source>
        <translation>Estas filas no están guardadas.</translation>
    </message>
    <message>
        <source>Nothing of them is kept when they are discarded.</source>
        <translation>Si se descartan, no se conserva nada de ellas.</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Day first: {day}</source>
        <translation>Primero el día: {day}</translation>
    </message>
    <message>
        <source>Month first: {day}</source>
        <translation>Primero el mes: {day}</translation>
    </message>
    <message>
        <source>All of them: {day}</source>
        <translation>Todas: {day}</translation>
    </message>
    <message>
        <source>Some dates can be read in two ways. Which one is it?</source>
        <translation>Algunas fechas se pueden leer de dos maneras. ¿Cuál es?</translation>
    </message>
    <message>
        <source>Row {number}, {typed}, can only be {day}.</source>
        <translation>La fila {number}, {typed}, solo puede ser {day}.</translation>
    </message>
    <message>
        <source>1 row is left out: {rows}.</source>
        <translation>Se omite 1 fila: {rows}.</translation>
    </message>
    <message>
        <source>{number} rows are left out: {rows}.</source>
        <translation>Se omiten {number} filas: {rows}.</translation>
    </message>
    <message>
        <source>Columns that are not known here were left out: {names}.</source>
        <translation>Se han omitido columnas que no se conocen aquí: {names}.</translation>
    </message>
    <message>
        <source>Plot of the counts</source>
        <translation>Gráfico de los recuentos</translation>
    </message>
    <message>
        <source>There are no counts to draw yet.</source>
        <translation>Todavía no hay recuentos que dibujar.</translation>
    </message>
    <message>
        <source>Neutrophils, cells/µL</source>
        <translation>Neutrófilos, células/µL</translation>
    </message>
    <message>
        <source>{axis}; d: days since day one</source>
        <translation>{axis}; d: días desde el día uno</translation>
    </message>
    <message>
        <source>Lower limit {count}</source>
        <translation>Límite inferior {count}</translation>
    </message>
    <message>
        <source>Nadir {count}</source>
        <translation>Nadir {count}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Year-month-day, such as 2026-11-21</source>
        <translation>Año-mes-día, por ejemplo 2026-11-21</translation>
    </message>
    <message>
        <source>ANC</source>
        <translation>RAN</translation>
    </message>
    <message>
        <source>The neutrophil count, if the report gives it</source>
        <translation>El recuento de neutrófilos, si el informe lo da</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Unit of the neutrophil count</source>
        <translation>Unidad del recuento de neutrófilos</translation>
    </message>
    <message>
        <source>WBC</source>
        <translation>Leucocitos</translation>
    </message>
    <message>
        <source>Or the white cell count, with its unit and the neutrophil %</source>
        <translation>O el recuento de leucocitos, con su unidad y el % de neutrófilos</translation>
    </message>
    <message>
        <source>Unit of the white cell count</source>
        <translation>Unidad del recuento de leucocitos</translation>
    </message>
    <message>
        <source>Neutr. %</source>
        <translation>Neutr. %</translation>
    </message>
    <message>
        <source>All neutrophils in percent, bands included</source>
        <translation>Todos los neutrófilos en porcentaje, incluidos los cayados</translation>
    </message>
    <message>
        <source>Segm. %</source>
        <translation>Segm. %</translation>
    </message>
    <message>
        <source>Segmented in percent, where the report gives them and the bands</source>
        <translation>Segmentados en porcentaje, si el informe los da junto con los cayados</translation>
    </message>
    <message>
        <source>Bands %</source>
        <translation>Cayados %</translation>
    </message>
    <message>
        <source>Bands in percent; 0 if the report lists none</source>
        <translation>Cayados en porcentaje; 0 si el informe no los menciona</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Only where a day has several counts, such as 08:30</source>
        <translation>Solo si un día tiene varios recuentos, por ejemplo 08:30</translation>
    </message>
    <message>
        <source>This can’t be read as rows: {reason}.</source>
        <translation>Esto no se puede leer como filas: {reason}.</translation>
    </message>
    <message>
        <source>There are no rows in it.</source>
        <translation>No contiene filas.</translation>
    </message>
    <message>
        <source>There are more than {number} rows in it.</source>
        <translation>Contiene más de {number} filas.</translation>
    </message>
    <message>
        <source>There are too many columns in it. Name them in the first row: {names}.</source>
        <translation>Contiene demasiadas columnas. Nómbrelas en la primera fila: {names}.</translation>
    </message>
    <message>
        <source>row {numbers}</source>
        <translation>fila {numbers}</translation>
    </message>
    <message>
        <source>rows {numbers}</source>
        <translation>filas {numbers}</translation>
    </message>
    <message>
        <source>The first row names no column date. Known names are {names}.</source>
        <translation>La primera fila no nombra ninguna columna date. Los nombres conocidos son {names}.</translation>
    </message>
    <message>
        <source>The column {name} is there twice.</source>
        <translation>La columna {name} figura dos veces.</translation>
    </message>
    <message>
        <source>Row {number} of it has “{text}” in a column without a name. Name every column in the first row. Where commas divide the cells, a number has a decimal point.</source>
        <translation>La fila {number} tiene «{text}» en una columna sin nombre. Nombre todas las columnas en la primera fila. Si las celdas se separan con comas, los decimales se escriben con punto.</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Recuentos</translation>
    </message>
    <message>
        <source>The settings file is damaged. The program works with its standard settings.</source>
        <translation>El archivo de ajustes está dañado. El programa funciona con sus ajustes habituales.</translation>
    </message>
    <message>
        <source>Settings cannot be saved on this computer. The program works, but will forget them.</source>
        <translation>En este equipo no se pueden guardar los ajustes. El programa funciona, pero los olvidará.</translation>
    </message>
    <message>
        <source>Settings of the administrator that cannot be used: {names}.</source>
        <translation>Ajustes del administrador que no se pueden usar: {names}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>leve</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>moderada</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>grave</translation>
    </message>
    <message>
        <source>profound</source>
        <translation>profunda</translation>
    </message>
    <message>
        <source>Severity scale</source>
        <translation>Escala de gravedad</translation>
    </message>
    <message>
        <source>The count lies in: {level}.</source>
        <translation>El recuento está en: {level}.</translation>
    </message>
    <message>
        <source>Its interval goes from {interval}.</source>
        <translation>Su intervalo va de {interval}.</translation>
    </message>
    <message>
        <source>The scale: {bounds}.</source>
        <translation>La escala: {bounds}.</translation>
    </message>
    <message>
        <source>{lower} to {upper} /µL</source>
        <translation>{lower} a {upper} /µL</translation>
    </message>
</context>
</TS>
