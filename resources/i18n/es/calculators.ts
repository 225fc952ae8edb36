<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Whole differential</source>
        <translation>Fórmula completa</translation>
    </message>
    <message>
        <source>Nucleated red cells</source>
        <translation>Eritroblastos (NRBC)</translation>
    </message>
    <message>
        <source>How sure is it?</source>
        <translation>¿Es fiable?</translation>
    </message>
    <message>
        <source>Limits and age</source>
        <translation>Límites y edad</translation>
    </message>
    <message>
        <source>White cells (WBC)</source>
        <translation>Leucocitos</translation>
    </message>
    <message>
        <source>Total white cell count, with the unit printed in the report</source>
        <translation>Recuento total de leucocitos, con la unidad que figura en el informe</translation>
    </message>
    <message>
        <source>Unit of the white cell count</source>
        <translation>Unidad del recuento de leucocitos</translation>
    </message>
    <message>
        <source>Neutrophils</source>
        <translation>Neutrófilos</translation>
    </message>
    <message>
        <source>An analyser’s total has the bands in it already</source>
        <translation>El total de un analizador ya incluye los cayados</translation>
    </message>
    <message>
        <source>Segmented</source>
        <translation>Segmentados</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Cayados (en banda)</translation>
    </message>
    <message>
        <source>0 if the report lists none</source>
        <translation>0 si el informe no los menciona</translation>
    </message>
    <message>
        <source>Neutrophils (ANC)</source>
        <translation>Neutrófilos (RAN)</translation>
    </message>
    <message>
        <source>The count itself, as printed</source>
        <translation>El propio recuento, tal como figura en el informe</translation>
    </message>
    <message>
        <source>Segmented (count)</source>
        <translation>Segmentados (recuento)</translation>
    </message>
    <message>
        <source>Or segmented and bands, each as a count</source>
        <translation>O segmentados y cayados, cada uno como recuento</translation>
    </message>
    <message>
        <source>Bands (count)</source>
        <translation>Cayados (recuento)</translation>
    </message>
    <message>
        <source>Unit of the neutrophil count</source>
        <translation>Unidad del recuento de neutrófilos</translation>
    </message>
    <message>
        <source>Does the total include the bands?</source>
        <translation>¿Incluye el total los cayados?</translation>
    </message>
    <message>
        <source>Needed if the report lists bands beside a total</source>
        <translation>Necesario si el informe da cayados además de un total</translation>
    </message>
    <message>
        <source>Lymphocytes</source>
        <translation>Linfocitos</translation>
    </message>
    <message>
        <source>Monocytes</source>
        <translation>Monocitos</translation>
    </message>
    <message>
        <source>Eosinophils</source>
        <translation>Eosinófilos</translation>
    </message>
    <message>
        <source>Basophils</source>
        <translation>Basófilos</translation>
    </message>
    <message>
        <source>Metamyelocytes</source>
        <translation>Metamielocitos</translation>
    </message>
    <message>
        <source>Count the metamyelocytes as neutrophils?</source>
        <translation>¿Contar los metamielocitos como neutrófilos?</translation>
    </message>
    <message>
        <source>Sources differ; left out unless you say yes</source>
        <translation>Las fuentes difieren; no se cuentan si no responde «Sí»</translation>
    </message>
    <message>
        <source>per 100 white cells</source>
        <translation>por 100 leucocitos</translation>
    </message>
    <message>
        <source>Is the white cell count corrected for them already?</source>
        <translation>¿Está ya corregido por ellos el recuento de leucocitos?</translation>
    </message>
    <message>
        <source>Correcting twice makes the count too low</source>
        <translation>Corregir dos veces da un recuento demasiado bajo</translation>
    </message>
    <message>
        <source>Cells counted by hand</source>
        <translation>Células contadas a mano</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>células</translation>
    </message>
    <message>
        <source>Such as 100 or 200; empty for an analyser’s</source>
        <translation>Por ejemplo, 100 o 200; vacío si es de un analizador</translation>
    </message>
    <message>
        <source>White cells: coefficient of variation (CV)</source>
        <translation>Leucocitos: coeficiente de variación (CV)</translation>
    </message>
    <message>
        <source>The laboratory’s imprecision of the white cell count, such as 3; empty takes the count as free of error</source>
        <translation>La imprecisión del laboratorio en el recuento de leucocitos, por ejemplo, 3; vacío, el recuento se toma como libre de error</translation>
    </message>
    <message>
        <source>Method of the interval</source>
        <translation>Método del intervalo</translation>
    </message>
    <message>
        <source>CAP TODAY, Q&amp;A column, February 2019; conventional severity: Boxer 2012</source>
        <translation>CAP TODAY, columna de preguntas y respuestas, febrero de 2019; gravedad convencional: Boxer 2012</translation>
    </message>
    <message>
        <source>nucleated red cells: medicalalgorithms.com, andrews.edu, best-lab.org, mdicu.com, read in 2026</source>
        <translation>eritroblastos: medicalalgorithms.com, andrews.edu, best-lab.org, mdicu.com, leídos en 2026</translation>
    </message>
    <message>
        <source>MOVER-R, Donner and Zou 2012, equation 9 (secondary: as coded in the R package pairwiseCI and told by Newcombe, doi:10.1177/0962280213502144)</source>
        <translation>MOVER-R, Donner y Zou 2012, ecuación 9 (fuente secundaria: tal como está programada en el paquete de R pairwiseCI y la relata Newcombe, doi:10.1177/0962280213502144)</translation>
    </message>
    <message>
        <source>95 % interval: {method}, with the error of the white cell count by {source}</source>
        <translation>Intervalo del 95 %: {method}, con el error del recuento de leucocitos según {source}</translation>
    </message>
    <message>
        <source>95 % interval: {method}, the white cell count taken as free of error</source>
        <translation>Intervalo del 95 %: {method}, con el recuento de leucocitos tomado como libre de error</translation>
    </message>
    <message>
        <source>Absolute neutrophil count</source>
        <translation>Recuento absoluto de neutrófilos</translation>
    </message>
    <message>
        <source>ANC = WBC × (segmented % + band %) / 100, or WBC × total neutrophil % / 100</source>
        <translation>RAN = leucocitos × (% de segmentados + % de cayados) / 100, o leucocitos × % total de neutrófilos / 100</translation>
    </message>
    <message>
        <source>Conventional severity: for adults, and children from one year. No scheme has bounds of its own for the Duffy-null count.</source>
        <translation>Gravedad convencional: para adultos y para niños a partir de un año. Ninguna escala tiene límites propios para el recuento Duffy nulo.</translation>
    </message>
    <message>
        <source>Total %</source>
        <translation>% total</translation>
    </message>
    <message>
        <source>Segmented + bands</source>
        <translation>Segm. + cayados</translation>
    </message>
    <message>
        <source>Count itself</source>
        <translation>El recuento mismo</translation>
    </message>
    <message>
        <source>Type either the count itself, or segmented and bands; not both.</source>
        <translation>Escriba el propio recuento, o bien segmentados y cayados; no ambas cosas.</translation>
    </message>
    <message>
        <source>Type the bands, too; 0 if the report lists none.</source>
        <translation>Escriba también los cayados; 0 si el informe no los menciona.</translation>
    </message>
    <message>
        <source>Type the segmented, too.</source>
        <translation>Escriba también los segmentados.</translation>
    </message>
    <message>
        <source>Type either the count, or white cells and percentages: rounded, they can differ.</source>
        <translation>Escriba el recuento, o bien leucocitos y porcentajes: redondeados, pueden diferir.</translation>
    </message>
    <message>
        <source>This needs white cells and percentages. Type them instead of the count, or empty this.</source>
        <translation>Esto requiere leucocitos y porcentajes. Escríbalos en lugar del recuento, o vacíe este campo.</translation>
    </message>
    <message>
        <source>{count} is more than all white cells, {white_cells}. Check the numbers and units.</source>
        <translation>{count} es más que todos los leucocitos, {white_cells}. Compruebe los números y las unidades.</translation>
    </message>
    <message>
        <source>Type the cells counted, too: the error of the white cells alone would hide that of the differential.</source>
        <translation>Escriba también las células contadas: el error de los leucocitos por sí solo ocultaría el de la fórmula leucocitaria.</translation>
    </message>
    <message>
        <source>A CV of {percent} % is very small. If the laboratory gives a fraction, type {instead} instead.</source>
        <translation>Un CV de {percent} % es muy pequeño. Si el laboratorio da una fracción, escriba {instead} en su lugar.</translation>
    </message>
    <message>
        <source>{count} corrected</source>
        <translation>{count} corregido</translation>
    </message>
    <message>
        <source>Correcting twice makes the count too low. Is the white cell count corrected for them already?</source>
        <translation>Corregir dos veces da un recuento demasiado bajo. ¿Está ya corregido por ellos el recuento de leucocitos?</translation>
    </message>
    <message>
        <source>Type the nucleated red cells per 100 white cells, too; 0 if the report lists none.</source>
        <translation>Escriba también los eritroblastos por 100 leucocitos; 0 si el informe no los menciona.</translation>
    </message>
    <message>
        <source>Sources differ from how many nucleated red cells on white cells are corrected: from any, from 1, from 5, or from above 5 per 100 white cells. Here they are corrected for {number}.</source>
        <translation>Según la fuente, los leucocitos se corrigen a partir de cualquier número de eritroblastos, a partir de 1, a partir de 5 o por encima de 5 por 100 leucocitos. Aquí se corrigen por {number}.</translation>
    </message>
    <message>
        <source>{percentages} can’t come from {counted} cells. The interval takes {cells} of {counted}; check the percentage and the number of cells.</source>
        <translation>No se puede obtener {percentages} con {counted} células. El intervalo toma {cells} de {counted}; compruebe el porcentaje y el número de células.</translation>
    </message>
    <message>
        <source>With {counted} cells counted and a CV of {cv} % of the white cell count, the 95 % interval of {interval} reaches across {bounds}: the severity is not certain.</source>
        <translation>Con {counted} células contadas y un CV de {cv} % del recuento de leucocitos, el intervalo del 95 % ({interval}) abarca {bounds}: la gravedad no es segura.</translation>
    </message>
    <message>
        <source>With {counted} cells counted, the 95 % interval of {interval} reaches across {bounds}: the severity is not certain.</source>
        <translation>Con {counted} células contadas, el intervalo del 95 % ({interval}) abarca {bounds}: la gravedad no es segura.</translation>
    </message>
    <message>
        <source>95 % interval {interval} by {method} from {cells} of {counted} cells (alone {alone}) and the white cells’ CV of {cv} %: (count − limit)² = (count − limit from the cells alone)² + (1.96 × {cv} % × limit)²</source>
        <translation>intervalo del 95 % {interval} según {method}, con {cells} de {counted} células (por sí solas {alone}) y el CV de los leucocitos de {cv} %: (recuento − límite)² = (recuento − límite de las células por sí solas)² + (1.96 × {cv} % × límite)²</translation>
    </message>
    <message>
        <source>95 % interval {interval} by {method} from {cells} of {counted} cells</source>
        <translation>intervalo del 95 % {interval} según {method}, con {cells} de {counted} células</translation>
    </message>
    <message>
        <source>No number of cells would settle it: the error of the white cell count alone reaches across {bounds}.</source>
        <translation>Ningún número de células lo resolvería: el error del recuento de leucocitos por sí solo ya abarca {bounds}.</translation>
    </message>
    <message>
        <source>The count lies so near that not even {most} cells would settle it.</source>
        <translation>El recuento está tan cerca que ni siquiera {most} células lo resolverían.</translation>
    </message>
    <message>
        <source>A few more cells would settle it if the share stayed the same.</source>
        <translation>Unas pocas células más lo resolverían si la proporción siguiera igual.</translation>
    </message>
    <message>
        <source>About {cells} cells would settle it if the share stayed the same.</source>
        <translation>Unas {cells} células lo resolverían si la proporción siguiera igual.</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} y {last}</translation>
    </message>
    <message>
        <source>{lower} to {upper}</source>
        <translation>{lower} a {upper}</translation>
    </message>
    <message>
        <source>ANC {working}; {scheme}: {grade} ({range})</source>
        <translation>RAN {working}; {scheme}: {grade} ({range})</translation>
    </message>
    <message>
        <source>Grade of a count</source>
        <translation>Grado de un recuento</translation>
    </message>
    <message>
        <source>Convert a count</source>
        <translation>Convertir un recuento</translation>
    </message>
    <message>
        <source>Interval of a differential count</source>
        <translation>Intervalo de una fórmula leucocitaria</translation>
    </message>
    <message>
        <source>Usual limits by population</source>
        <translation>Límites habituales por población</translation>
    </message>
    <message>
        <source>Febrile neutropenia by definition</source>
        <translation>Neutropenia febril por definición</translation>
    </message>
    <message>
        <source>MASCC risk index</source>
        <translation>Índice de riesgo MASCC</translation>
    </message>
    <message>
        <source>CISNE score</source>
        <translation>Escala CISNE</translation>
    </message>
    <message>
        <source>Talcott groups</source>
        <translation>Grupos de Talcott</translation>
    </message>
    <message>
        <source>G-CSF with chemotherapy: tier of risk</source>
        <translation>G-CSF con la quimioterapia: nivel de riesgo</translation>
    </message>
    <message>
        <source>Clozapine: level of the count</source>
        <translation>Clozapina: nivel del recuento</translation>
    </message>
    <message>
        <source>ECOG performance status</source>
        <translation>Estado funcional ECOG</translation>
    </message>
    <message>
        <source>Glucose</source>
        <translation>Glucosa</translation>
    </message>
    <message>
        <source>18 to 1800 mg/dL, or 1 to 100 mmol/L</source>
        <translation>De 18 a 1800 mg/dL, o de 1 a 100 mmol/L</translation>
    </message>
    <message>
        <source>Unit of the glucose</source>
        <translation>Unidad de la glucosa</translation>
    </message>
    <message>
        <source>Diabetes, or treatment with steroids</source>
        <translation>Diabetes, o tratamiento con corticoides</translation>
    </message>
    <message>
        <source>Chronic obstructive pulmonary disease</source>
        <translation>Enfermedad pulmonar obstructiva crónica</translation>
    </message>
    <message>
        <source>Chronic cardiovascular disease</source>
        <translation>Enfermedad cardiovascular crónica</translation>
    </message>
    <message>
        <source>Grade of mucositis</source>
        <translation>Grado de la mucositis</translation>
    </message>
    <message>
        <source>0 if there is none</source>
        <translation>0 si no hay</translation>
    </message>
    <message>
        <source>Unit: Monocytes</source>
        <translation>Unidad: Monocitos</translation>
    </message>
    <message>
        <source>CISNE = ECOG + stress hyperglycaemia + COPD + cardiovascular disease + mucositis + monocytes (0 to 8 points)</source>
        <translation>CISNE = ECOG + hiperglucemia de estrés + EPOC + enfermedad cardiovascular + mucositis + monocitos (de 0 a 8 puntos)</translation>
    </message>
    <message>
        <source>Carmona-Bayonas, J Clin Oncol 2015;33:465-471, doi:10.1200/JCO.2014.57.2347 (abstract); PMC6404710, table 4; medicalalgorithms.com; cancercalc.com (limits of glucose); read in 2026</source>
        <translation>Carmona-Bayonas, J Clin Oncol 2015;33:465-471, doi:10.1200/JCO.2014.57.2347 (resumen); PMC6404710, tabla 4; medicalalgorithms.com; cancercalc.com (límites de la glucosa); leídos en 2026</translation>
    </message>
    <message>
        <source>Only for adults with a solid tumour after mild or moderate chemotherapy, clinically stable, with a temperature of 38 °C or higher and neutrophils of 500 /µL or lower, or of 1,000 /µL or lower and expected to fall to 500.</source>
        <translation>Solo para adultos con un tumor sólido tras quimioterapia de intensidad leve o moderada, clínicamente estables, con una temperatura de 38 °C o más y neutrófilos de 500 /µL o menos, o de 1&#xa0;000 /µL o menos y con previsión de que bajen a 500.</translation>
    </message>
    <message>
        <source>2 or more: 2</source>
        <translation>2 o más: 2</translation>
    </message>
    <message>
        <source>{glucose}, diabetes or steroids yes</source>
        <translation>{glucose}, diabetes o corticoides: sí</translation>
    </message>
    <message>
        <source>{glucose}, diabetes or steroids no</source>
        <translation>{glucose}, diabetes o corticoides: no</translation>
    </message>
    <message>
        <source>121 mg/dL (6.7 mmol/L) or more, with diabetes or steroids 250 mg/dL (13.9 mmol/L) or more: 2</source>
        <translation>121 mg/dL (6.7 mmol/L) o más, con diabetes o corticoides 250 mg/dL (13.9 mmol/L) o más: 2</translation>
    </message>
    <message>
        <source>COPD</source>
        <translation>EPOC</translation>
    </message>
    <message>
        <source>Yes: 1</source>
        <translation>Sí: 1</translation>
    </message>
    <message>
        <source>Cardiovascular disease</source>
        <translation>Enfermedad cardiovascular</translation>
    </message>
    <message>
        <source>Chronic: 1</source>
        <translation>Crónica: 1</translation>
    </message>
    <message>
        <source>Mucositis</source>
        <translation>Mucositis</translation>
    </message>
    <message>
        <source>grade {number}</source>
        <translation>grado {number}</translation>
    </message>
    <message>
        <source>Grade 2 or more: 1</source>
        <translation>Grado 2 o más: 1</translation>
    </message>
    <message>
        <source>Below 200 /µL: 1</source>
        <translation>Menos de 200 /µL: 1</translation>
    </message>
    <message>
        <source>The authors advise against choosing people for oral treatment at home by this score until that has been tested in a trial.</source>
        <translation>Los autores desaconsejan elegir con esta escala a personas para tratamiento oral en casa hasta que eso se haya probado en un ensayo.</translation>
    </message>
    <message>
        <source>{glucose} is out of range here. If the report prints {unit}, choose that.</source>
        <translation>{glucose} está fuera del intervalo admitido aquí. Si el informe indica {unit}, elija esa unidad.</translation>
    </message>
    <message>
        <source>{glucose} is out of range here. Type a number from {lowest} to {highest}.</source>
        <translation>{glucose} está fuera del intervalo admitido aquí. Escriba un número de {lowest} a {highest}.</translation>
    </message>
    <message>
        <source>{glucose} is very low. Did the report mean {other}?</source>
        <translation>{glucose} es muy bajo. ¿Quería decir el informe {other}?</translation>
    </message>
    <message>
        <source>{glucose} is very high. Did the report mean {other}?</source>
        <translation>{glucose} es muy alto. ¿Quería decir el informe {other}?</translation>
    </message>
    <message>
        <source>The source prints its limit as {limit} mmol/L and as {limit_in_mg} mg/dL, and {glucose} mmol/L lies between them. The limit in mmol/L is used here.</source>
        <translation>La fuente da su límite como {limit} mmol/L y como {limit_in_mg} mg/dL, y {glucose} mmol/L queda entre ambos. Aquí se usa el límite en mmol/L.</translation>
    </message>
    <message>
        <source>low risk (0 points); complications in about 1.1 %</source>
        <translation>riesgo bajo (0 puntos); complicaciones en alrededor del 1.1 %</translation>
    </message>
    <message>
        <source>intermediate risk (1 or 2 points); complications in about 6.2 %</source>
        <translation>riesgo intermedio (1 o 2 puntos); complicaciones en alrededor del 6.2 %</translation>
    </message>
    <message>
        <source>high risk (3 points or more); complications in about 36 %</source>
        <translation>riesgo alto (3 puntos o más); complicaciones en alrededor del 36 %</translation>
    </message>
    <message>
        <source>CISNE {score} of {highest}: {risk}.</source>
        <translation>CISNE {score} de {highest}: {risk}.</translation>
    </message>
    <message>
        <source>{score} of {highest} points</source>
        <translation>{score} de {highest} puntos</translation>
    </message>
    <message>
        <source>US label as of 2022: Clozaril tables in Correll, CNS Drugs 2022;36:659-679, tables 6 and 7 (PMC9243911). The REMS ended on 13 June 2025, with the monitoring frequencies unchanged (newclozapinerems.com). The tables of the 2025 labels were not read</source>
        <translation>Ficha técnica de EE. UU. a fecha de 2022: tablas de Clozaril en Correll, CNS Drugs 2022;36:659-679, tablas 6 y 7 (PMC9243911). El programa REMS terminó el 13 de junio de 2025, sin cambios en las frecuencias de control (newclozapinerems.com). No se leyeron las tablas de las fichas técnicas de 2025</translation>
    </message>
    <message>
        <source>UK as of 2022 to October 2024: SmPCs of Denzapine, May 2022 (emc 6078), and Zaponex, October 2024 (emc 7138: routine); MIMS, table of Cloril for the first 18 weeks; NHS Borders, Clozapine red alert (undated copy); no re-exposure, and review by the MHRA still open: written answer 104110 of 13 January 2026</source>
        <translation>Reino Unido, de 2022 a octubre de 2024: fichas técnicas de Denzapine, mayo de 2022 (emc 6078), y Zaponex, octubre de 2024 (emc 7138: régimen habitual); MIMS, tabla de Cloril para las primeras 18 semanas; NHS Borders, Clozapine red alert (copia sin fecha); sin reexposición, y con la revisión de la MHRA aún abierta: respuesta escrita 104110 del 13 de enero de 2026</translation>
    </message>
    <message>
        <source>Summaries (secondary) of the direct healthcare professional communication of 8 September 2025: fpress.it (AIFA), pharma365.fr and ifap.de. The earlier limits, for France: product text of Clozapine Zentiva, April 2021 (start); Le Quotidien du Médecin, 9 July 2025 (stop)</source>
        <translation>Resúmenes (fuentes secundarias) de la comunicación directa a los profesionales sanitarios del 8 de septiembre de 2025: fpress.it (AIFA), pharma365.fr e ifap.de. Los límites anteriores, para Francia: texto del producto Clozapine Zentiva, abril de 2021 (inicio); Le Quotidien du Médecin, 9 de julio de 2025 (suspensión)</translation>
    </message>
    <message>
        <source>US label, general population</source>
        <translation>Ficha técnica de EE. UU., población general</translation>
    </message>
    <message>
        <source>Severe neutropenia</source>
        <translation>Neutropenia grave</translation>
    </message>
    <message>
        <source>Moderate neutropenia</source>
        <translation>Neutropenia moderada</translation>
    </message>
    <message>
        <source>Mild neutropenia</source>
        <translation>Neutropenia leve</translation>
    </message>
    <message>
        <source>Normal range</source>
        <translation>Intervalo normal</translation>
    </message>
    <message>
        <source>US label, benign ethnic neutropenia</source>
        <translation>Ficha técnica de EE. UU., neutropenia étnica benigna</translation>
    </message>
    <message>
        <source>Neutropenia</source>
        <translation>Neutropenia</translation>
    </message>
    <message>
        <source>Normal range for BEN</source>
        <translation>Intervalo normal para NEB</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ámbar</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>EU letter, general population</source>
        <translation>Carta de la UE, población general</translation>
    </message>
    <message>
        <source>EU letter, benign ethnic neutropenia</source>
        <translation>Carta de la UE, neutropenia étnica benigna</translation>
    </message>
    <message>
        <source>The US label continues treatment, with counts weekly for 6 months, every 2 weeks to 12 months, then monthly.</source>
        <translation>La ficha técnica de EE. UU. mantiene el tratamiento, con recuentos semanales durante 6 meses, cada 2 semanas hasta los 12 meses y después mensuales.</translation>
    </message>
    <message>
        <source>The EU letter continues treatment, with counts weekly for 18 weeks, then monthly to one year; without any neutropenia every 12 weeks in the second year, then yearly.</source>
        <translation>La carta de la UE mantiene el tratamiento, con recuentos semanales durante 18 semanas y después mensuales hasta un año; si no ha habido ninguna neutropenia, cada 12 semanas en el segundo año y después anuales.</translation>
    </message>
    <message>
        <source>The EU letter continues treatment if the count recovers or stays stable, then with monthly counts; how often to count until then was not read.</source>
        <translation>La carta de la UE mantiene el tratamiento si el recuento se recupera o sigue estable, y entonces con recuentos mensuales; no se leyó con qué frecuencia hacerlos hasta ese momento.</translation>
    </message>
    <message>
        <source>The EU letter stops treatment at once, by one of its summaries for good, with weekly counts for 4 weeks.</source>
        <translation>La carta de la UE suspende el tratamiento de inmediato, según uno de sus resúmenes de forma definitiva, con recuentos semanales durante 4 semanas.</translation>
    </message>
    <message>
        <source>The US label continues treatment, with counts three times weekly; a first count below 1,500 /µL is repeated within 24 hours.</source>
        <translation>La ficha técnica de EE. UU. mantiene el tratamiento, con recuentos tres veces por semana; un primer recuento inferior a 1&#xa0;500 /µL se repite en un plazo de 24 horas.</translation>
    </message>
    <message>
        <source>The US label interrupts treatment, with a haematologist’s advice and daily counts, then three times weekly; treatment is resumed at 1,000 /µL or more. A first count below 1,500 /µL is repeated within 24 hours.</source>
        <translation>La ficha técnica de EE. UU. interrumpe el tratamiento, con consulta a hematología y recuentos diarios, y después tres veces por semana; el tratamiento se reanuda con 1&#xa0;000 /µL o más. Un primer recuento inferior a 1&#xa0;500 /µL se repite en un plazo de 24 horas.</translation>
    </message>
    <message>
        <source>The US label interrupts treatment, with a haematologist’s advice and daily counts; it has no rechallenge unless the benefit outweighs the risk. A first count below 1,500 /µL is repeated within 24 hours.</source>
        <translation>La ficha técnica de EE. UU. interrumpe el tratamiento, con consulta a hematología y recuentos diarios; no prevé reintroducirlo salvo que el beneficio supere el riesgo. Un primer recuento inferior a 1&#xa0;500 /µL se repite en un plazo de 24 horas.</translation>
    </message>
    <message>
        <source>The US label continues treatment, with counts three times weekly; a first count below 1,000 /µL is repeated within 24 hours.</source>
        <translation>La ficha técnica de EE. UU. mantiene el tratamiento, con recuentos tres veces por semana; un primer recuento inferior a 1&#xa0;000 /µL se repite en un plazo de 24 horas.</translation>
    </message>
    <message>
        <source>The US label interrupts treatment, with a haematologist’s advice and daily counts; it has no rechallenge unless the benefit outweighs the risk. A first count below 1,000 /µL is repeated within 24 hours.</source>
        <translation>La ficha técnica de EE. UU. interrumpe el tratamiento, con consulta a hematología y recuentos diarios; no prevé reintroducirlo salvo que el beneficio supere el riesgo. Un primer recuento inferior a 1&#xa0;000 /µL se repite en un plazo de 24 horas.</translation>
    </message>
    <message>
        <source>The UK table continues treatment, with counts weekly for 18 weeks, every 2 weeks to week 52, then every 4 weeks.</source>
        <translation>La tabla del Reino Unido mantiene el tratamiento, con recuentos semanales durante 18 semanas, cada 2 semanas hasta la semana 52 y después cada 4 semanas.</translation>
    </message>
    <message>
        <source>The UK table has counts twice weekly.</source>
        <translation>La tabla del Reino Unido pide recuentos dos veces por semana.</translation>
    </message>
    <message>
        <source>The UK table stops treatment, with daily counts; a written answer of January 2026 has no re-exposure after a red result.</source>
        <translation>La tabla del Reino Unido suspende el tratamiento, con recuentos diarios; una respuesta escrita de enero de 2026 no admite la reexposición tras un resultado rojo.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>US</source>
        <translation>Estados Unidos</translation>
    </message>
    <message>
        <source>UK</source>
        <translation>Reino Unido</translation>
    </message>
    <message>
        <source>EU</source>
        <translation>UE</translation>
    </message>
    <message>
        <source>Whose answer is the result; the others are shown beside it</source>
        <translation>La que da el resultado; las demás se muestran al lado</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>General population</source>
        <translation>Población general</translation>
    </message>
    <message>
        <source>Benign ethnic neutropenia (BEN)</source>
        <translation>Neutropenia étnica benigna (NEB)</translation>
    </message>
    <message>
        <source>BEN by at least two counts before treatment (US label)</source>
        <translation>NEB según al menos dos recuentos antes del tratamiento (ficha técnica de EE. UU.)</translation>
    </message>
    <message>
        <source>Unit: Neutrophils (ANC)</source>
        <translation>Unidad: Neutrófilos (RAN)</translation>
    </message>
    <message>
        <source>Unit: White cells (WBC)</source>
        <translation>Unidad: Leucocitos</translation>
    </message>
    <message>
        <source>Only the UK table needs it</source>
        <translation>Solo los necesita la tabla del Reino Unido</translation>
    </message>
    <message>
        <source>Level = US label and EU letter: neutrophils alone; UK table: the lower level of neutrophils and white cells</source>
        <translation>Nivel = ficha técnica de EE. UU. y carta de la UE: solo los neutrófilos; tabla del Reino Unido: el nivel más bajo de neutrófilos y leucocitos</translation>
    </message>
    <message>
        <source>US label as of 2022 (PMC9243911); UK as of 2022 to October 2024 (SmPCs, MIMS, NHS Borders); EU letter of 8 September 2025 (secondary)</source>
        <translation>Ficha técnica de EE. UU. a fecha de 2022 (PMC9243911); Reino Unido, de 2022 a octubre de 2024 (fichas técnicas, MIMS, NHS Borders); carta de la UE del 8 de septiembre de 2025 (fuente secundaria)</translation>
    </message>
    <message>
        <source>For counts during treatment, by US, UK and EU tables of 2022 to 2025: the label now in force decides. Other countries have limits of their own. Not verified: UK limits for BEN. Fever or a sore throat is reported at once at any level.</source>
        <translation>Para recuentos durante el tratamiento, según tablas de EE. UU., el Reino Unido y la UE de 2022 a 2025: decide la ficha técnica ahora vigente. Otros países tienen límites propios. Sin verificar: los límites del Reino Unido para NEB. La fiebre o el dolor de garganta se comunican de inmediato con cualquier nivel.</translation>
    </message>
    <message>
        <source>Type the white cells, too, with their unit: the UK table needs both counts.</source>
        <translation>Escriba también los leucocitos, con su unidad: la tabla del Reino Unido necesita ambos recuentos.</translation>
    </message>
    <message>
        <source>The UK limits for benign ethnic neutropenia were not verified, so no level is given. The US label and the EU letter have limits for it.</source>
        <translation>Los límites del Reino Unido para la neutropenia étnica benigna no se verificaron, así que no se da ningún nivel. La ficha técnica de EE. UU. y la carta de la UE tienen límites para ella.</translation>
    </message>
    <message>
        <source>UK table, general population</source>
        <translation>Tabla del Reino Unido, población general</translation>
    </message>
    <message>
        <source>not verified for benign ethnic neutropenia; amber and red were read for the first 18 weeks</source>
        <translation>sin verificar para la neutropenia étnica benigna; ámbar y rojo se leyeron para las primeras 18 semanas</translation>
    </message>
    <message>
        <source>since September 2025, for neutrophils alone; the colours are borrowed from the UK table. Before, in France: begun at neutrophils of 2,000 /µL or more and white cells of 3,500 /µL or more, stopped below 1,500 neutrophils/µL</source>
        <translation>desde septiembre de 2025, solo para los neutrófilos; los colores se toman de la tabla del Reino Unido. Antes, en Francia: se empezaba con neutrófilos de 2&#xa0;000 /µL o más y leucocitos de 3&#xa0;500 /µL o más, y se suspendía por debajo de 1&#xa0;500 neutrófilos/µL</translation>
    </message>
    <message>
        <source>since September 2025, for neutrophils alone; the colours are borrowed from the UK table</source>
        <translation>desde septiembre de 2025, solo para los neutrófilos; los colores se toman de la tabla del Reino Unido</translation>
    </message>
    <message>
        <source>Neutrophils {range}</source>
        <translation>Neutrófilos: {range}</translation>
    </message>
    <message>
        <source>Neutrophils {range}: {colour}</source>
        <translation>Neutrófilos, {range}: {colour}</translation>
    </message>
    <message>
        <source>White cells {range}: {colour}</source>
        <translation>Leucocitos, {range}: {colour}</translation>
    </message>
    <message>
        <source>Tables differ here: {table}: {level}; {other_table}: {other_level}.</source>
        <translation>Las tablas difieren aquí: {table}: {level}; {other_table}: {other_level}.</translation>
    </message>
    <message>
        <source>Neutrophils ({neutrophils}) are more than all white cells ({white_cells}). Is that right?</source>
        <translation>Los neutrófilos ({neutrophils}) son más que todos los leucocitos ({white_cells}). ¿Es correcto?</translation>
    </message>
    <message>
        <source>The US label does not use the white cells: the level is that of the neutrophils alone.</source>
        <translation>La ficha técnica de EE. UU. no usa los leucocitos: el nivel es el de los neutrófilos solos.</translation>
    </message>
    <message>
        <source>The EU letter does not use the white cells: the level is that of the neutrophils alone.</source>
        <translation>La carta de la UE no usa los leucocitos: el nivel es el de los neutrófilos solos.</translation>
    </message>
    <message>
        <source>The lower level of neutrophils and white cells</source>
        <translation>El nivel más bajo de neutrófilos y leucocitos</translation>
    </message>
    <message>
        <source>No level without the white cells.</source>
        <translation>Sin los leucocitos no hay nivel.</translation>
    </message>
    <message>
        <source>neutrophils {count}</source>
        <translation>neutrófilos {count}</translation>
    </message>
    <message>
        <source>white cells {count}</source>
        <translation>leucocitos {count}</translation>
    </message>
    <message>
        <source>Clozapine, {working}. {action} Source: {source}</source>
        <translation>Clozapina, {working}. {action} Fuente: {source}</translation>
    </message>
    <message>
        <source>HL7 FHIR mCODE, value set EquivalentUnits, September 2019</source>
        <translation>HL7 FHIR mCODE, conjunto de valores EquivalentUnits, septiembre de 2019</translation>
    </message>
    <message>
        <source>For white cells and their kinds. It only moves the decimal mark: it can’t tell whether the unit is the one that the report prints.</source>
        <translation>Para los leucocitos y sus tipos. Solo mueve la coma o el punto decimal: no puede saber si la unidad es la que figura en el informe.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Recuento</translation>
    </message>
    <message>
        <source>The number with the unit printed in the report</source>
        <translation>El número, con la unidad que figura en el informe</translation>
    </message>
    <message>
        <source>Unit of the count</source>
        <translation>Unidad del recuento</translation>
    </message>
    <message>
        <source>metamyelocytes: NeoReviews 2004;5:e431 (read as an excerpt)</source>
        <translation>metamielocitos: NeoReviews 2004;5:e431 (leído en extracto)</translation>
    </message>
    <message>
        <source>{sum} is more than 100 %. Check the percentages.</source>
        <translation>{sum} es más del 100 %. Compruebe los porcentajes.</translation>
    </message>
    <message>
        <source>The percentages add up to {total} %, more than rounding explains. Check them.</source>
        <translation>Los porcentajes suman {total} %, más de lo que explica el redondeo. Compruébelos.</translation>
    </message>
    <message>
        <source>{percent} metamyelocytes</source>
        <translation>{percent} metamielocitos</translation>
    </message>
    <message>
        <source>An analyser’s total has the bands in it, another report may list them apart. Does the total of {total} % include the bands of {bands} %?</source>
        <translation>El total de un analizador incluye los cayados; otro informe puede darlos aparte. ¿Incluye el total de {total} % los cayados, {bands} %?</translation>
    </message>
    <message>
        <source>Bands of {bands} % are more than the total of {total} % that has them in it. Check both percentages.</source>
        <translation>Los cayados, {bands} %, son más que el total de {total} % que los incluye. Compruebe ambos porcentajes.</translation>
    </message>
    <message>
        <source>Type the neutrophil %, or the segmented and the band %.</source>
        <translation>Escriba el % de neutrófilos, o el % de segmentados y de cayados.</translation>
    </message>
    <message>
        <source>Type the band %, too, or either the total neutrophil % or the segmented %; not those two alone.</source>
        <translation>Escriba también el % de cayados, o solo el % total de neutrófilos o el % de segmentados; no esos dos solos.</translation>
    </message>
    <message>
        <source>A total without the bands is the segmented %: type it there, and the band % beside it.</source>
        <translation>Un total sin los cayados es el % de segmentados: escríbalo allí y, al lado, el % de cayados.</translation>
    </message>
    <message>
        <source>Type the band %, too; 0 if the report lists no bands.</source>
        <translation>Escriba también el % de cayados; 0 si el informe no da cayados.</translation>
    </message>
    <message>
        <source>Type the segmented %, too.</source>
        <translation>Escriba también el % de segmentados.</translation>
    </message>
    <message>
        <source>Type the metamyelocyte %, too; 0 if the report lists none.</source>
        <translation>Escriba también el % de metamielocitos; 0 si el informe no los menciona.</translation>
    </message>
    <message>
        <source>The total of {total} % is not segmented plus bands, {both} %. Check the percentages, or leave the total out.</source>
        <translation>El total de {total} % no es la suma de segmentados y cayados, {both} %. Compruebe los porcentajes o deje el total sin rellenar.</translation>
    </message>
    <message>
        <source>With the bands the percentages would add up to {beside} %, so the total has them in it: their {bands} % is not added.</source>
        <translation>Con los cayados, los porcentajes sumarían {beside} %, así que el total los incluye: su {bands} % no se suma.</translation>
    </message>
    <message>
        <source>The percentages add up to {beside} % with the bands and to {within} % without them, so the total leaves them out: their {bands} % is added.</source>
        <translation>Los porcentajes suman {beside} % con los cayados y {within} % sin ellos, así que el total no los incluye: su {bands} % se suma.</translation>
    </message>
    <message>
        <source>{percent} % is one cell in a hundred or fewer. If the report gives a fraction, type {instead} instead.</source>
        <translation>{percent} % es una célula de cada cien o menos. Si el informe da una fracción, escriba {instead} en su lugar.</translation>
    </message>
    <message>
        <source>Sources differ on metamyelocytes: NeoReviews 2004 counts them as neutrophils, the formula of CAP TODAY 2019 has segmented and bands alone. Here {percent} % is counted.</source>
        <translation>Las fuentes difieren sobre los metamielocitos: NeoReviews 2004 los cuenta como neutrófilos; la fórmula de CAP TODAY 2019 tiene solo segmentados y cayados. Aquí {percent} % se cuenta.</translation>
    </message>
    <message>
        <source>Sources differ on metamyelocytes: NeoReviews 2004 counts them as neutrophils, the formula of CAP TODAY 2019 has segmented and bands alone. Here {percent} % is left out.</source>
        <translation>Las fuentes difieren sobre los metamielocitos: NeoReviews 2004 los cuenta como neutrófilos; la fórmula de CAP TODAY 2019 tiene solo segmentados y cayados. Aquí {percent} % no se cuenta.</translation>
    </message>
    <message>
        <source>The percentages add up to {total} %: {rest} % of the cells are not among them.</source>
        <translation>Los porcentajes suman {total} %: falta el {rest} % de las células.</translation>
    </message>
    <message>
        <source>If the report lists bands beside the total, they are missing here.</source>
        <translation>Si el informe da cayados además del total, aquí faltan.</translation>
    </message>
    <message>
        <source>The percentages add up to {total} %. Rounding can explain that; check them all the same.</source>
        <translation>Los porcentajes suman {total} %. El redondeo puede explicarlo; compruébelos de todos modos.</translation>
    </message>
    <message>
        <source>38.3 °C or higher once, or 38.0 °C or higher over 1 hour (read as 60 minutes or more)</source>
        <translation>38.3 °C o más una vez, o 38.0 °C o más durante 1 hora (leído como 60 minutos o más)</translation>
    </message>
    <message>
        <source>above 38.3 °C once, or 38.0 °C or higher for more than 1 hour (60 minutes are not enough)</source>
        <translation>por encima de 38.3 °C una vez, o 38.0 °C o más durante más de 1 hora (60 minutos no bastan)</translation>
    </message>
    <message>
        <source>below 1,000 /µL</source>
        <translation>por debajo de 1&#xa0;000 /µL</translation>
    </message>
    <message>
        <source>below 500 /µL, or expected below 500 /µL within 48 hours</source>
        <translation>por debajo de 500 /µL, o previsto por debajo de 500 /µL en un plazo de 48 horas</translation>
    </message>
    <message>
        <source>Secondary: IDSA 2010 as restated by SEIMC/SEHH 2020 and NEJM Resident 360; the IDSA text was not read</source>
        <translation>Fuente secundaria: IDSA 2010 según lo reproducen SEIMC/SEHH 2020 y NEJM Resident 360; no se leyó el texto de IDSA</translation>
    </message>
    <message>
        <source>below 500 /µL, or below 1,000 /µL and expected to fall to 500 /µL or lower within 48 hours (asked here: below 500)</source>
        <translation>por debajo de 500 /µL, o por debajo de 1&#xa0;000 /µL y con previsión de que baje a 500 /µL o menos en un plazo de 48 horas (aquí se pregunta: por debajo de 500)</translation>
    </message>
    <message>
        <source>NCCN guideline on myeloid growth factors, JNCCN 2009; later versions were not read</source>
        <translation>Guía de la NCCN sobre factores de crecimiento mieloide, JNCCN 2009; no se leyeron versiones posteriores</translation>
    </message>
    <message>
        <source>CTCAE 5.0, grade 3</source>
        <translation>CTCAE 5.0, grado 3</translation>
    </message>
    <message>
        <source>CTCAE 5.0, febrile neutropenia, read in the transcription oncohub/CTCAE5</source>
        <translation>CTCAE 5.0, neutropenia febril, leída en la transcripción oncohub/CTCAE5</translation>
    </message>
    <message>
        <source>CTCAE 6.0, grade 3</source>
        <translation>CTCAE 6.0, grado 3</translation>
    </message>
    <message>
        <source>CTCAE 6.0, febrile neutropenia, read in a copy of the NCI workbook of 2025; numbers as in 5.0</source>
        <translation>CTCAE 6.0, neutropenia febril, leída en una copia del libro de cálculo del NCI de 2025; números como en 5.0</translation>
    </message>
    <message>
        <source>above 38.3 °C, or two readings above 38.0 °C over 2 hours (read as 120 minutes or more)</source>
        <translation>por encima de 38.3 °C, o dos lecturas por encima de 38.0 °C a lo largo de 2 horas (leído como 120 minutos o más)</translation>
    </message>
    <message>
        <source>below 500 /µL, or expected below 500 /µL (asked here: within 48 hours)</source>
        <translation>por debajo de 500 /µL, o previsto por debajo de 500 /µL (aquí se pregunta: en un plazo de 48 horas)</translation>
    </message>
    <message>
        <source>Secondary: ESMO 2016 as restated at springermedizin.at, article 26366590</source>
        <translation>Fuente secundaria: ESMO 2016 según lo reproduce springermedizin.at, artículo 26366590</translation>
    </message>
    <message>
        <source>NICE, restated by NHS Lothian</source>
        <translation>NICE, según NHS Lothian</translation>
    </message>
    <message>
        <source>above 38 °C, however long</source>
        <translation>por encima de 38 °C, dure lo que dure</translation>
    </message>
    <message>
        <source>500 /µL or lower; other signs of sepsis count too, and are not asked here</source>
        <translation>500 /µL o menos; también cuentan otros signos de sepsis, que aquí no se preguntan</translation>
    </message>
    <message>
        <source>Secondary: NHS Lothian, Febrile neutropenia (undated copy); NICE CG151 (2012) calls 0.5 or lower significant; its sentence on diagnosis was not read</source>
        <translation>Fuente secundaria: NHS Lothian, Febrile neutropenia (copia sin fecha); NICE CG151 (2012) llama significativo a 0.5 o menos; no se leyó su frase sobre el diagnóstico</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>By mouth; 30 to 45 °C, or 86 to 113 °F. °F is converted exactly: 101 °F (38.33 °C) is above 38.3 °C</source>
        <translation>En la boca; de 30 a 45 °C, o de 86 a 113 °F. Los °F se convierten con exactitud: 101 °F (38.33 °C) está por encima de 38.3 °C</translation>
    </message>
    <message>
        <source>Unit of the temperature</source>
        <translation>Unidad de la temperatura</translation>
    </message>
    <message>
        <source>At or above this temperature for</source>
        <translation>A esta temperatura o más durante</translation>
    </message>
    <message>
        <source>0 if measured once. If it has varied, type the lowest temperature of that time above</source>
        <translation>0 si se midió una vez. Si ha variado, escriba arriba la temperatura más baja de ese tiempo</translation>
    </message>
    <message>
        <source>Expected to fall below 500 /µL within 48 hours</source>
        <translation>Se prevé que baje de 500 /µL en un plazo de 48 horas</translation>
    </message>
    <message>
        <source>Febrile neutropenia = temperature and neutrophil count both within one definition; °C = (°F − 32) × 5 / 9</source>
        <translation>Neutropenia febril = temperatura y recuento de neutrófilos, ambos dentro de una misma definición; °C = (°F − 32) × 5 / 9</translation>
    </message>
    <message>
        <source>IDSA 2010, NCCN 2009, CTCAE 5.0 and 6.0 (2025), ESMO 2016, NICE CG151 (2012): each as named beside it</source>
        <translation>IDSA 2010, NCCN 2009, CTCAE 5.0 y 6.0 (2025), ESMO 2016, NICE CG151 (2012): cada una como se indica a su lado</translation>
    </message>
    <message>
        <source>For people on treatment for cancer, with a temperature taken by mouth, not in the rectum. A definition that is not met does not exclude an infection: it can run without fever, which corticosteroids can suppress. For children the UK has rules of its own.</source>
        <translation>Para personas en tratamiento por cáncer, con la temperatura tomada en la boca, no en el recto. Que una definición no se cumpla no excluye una infección: puede cursar sin fiebre, que los corticoides pueden suprimir. Para niños, el Reino Unido tiene reglas propias.</translation>
    </message>
    <message>
        <source>{temperature} is no body temperature. If the thermometer shows {unit}, choose that.</source>
        <translation>{temperature} no es una temperatura corporal. Si el termómetro indica {unit}, elija esa unidad.</translation>
    </message>
    <message>
        <source>{temperature} is out of range here. Type a temperature from {lower} to {upper}.</source>
        <translation>{temperature} está fuera del intervalo admitido aquí. Escriba una temperatura de {lower} a {upper}.</translation>
    </message>
    <message>
        <source>for {minutes} min</source>
        <translation>durante {minutes} min</translation>
    </message>
    <message>
        <source>measured once</source>
        <translation>medida una vez</translation>
    </message>
    <message>
        <source>{count}; expected below 500 /µL within 48 hours: yes</source>
        <translation>{count}; se prevé por debajo de 500 /µL en un plazo de 48 horas: sí</translation>
    </message>
    <message>
        <source>{count}; expected below 500 /µL within 48 hours: no</source>
        <translation>{count}; se prevé por debajo de 500 /µL en un plazo de 48 horas: no</translation>
    </message>
    <message>
        <source>Definitions differ here: {definition} is met; not met: {others}.</source>
        <translation>Las definiciones difieren aquí: {definition} se cumple; no se cumple: {others}.</translation>
    </message>
    <message>
        <source>Definitions differ here: {definition} is not met; met: {others}.</source>
        <translation>Las definiciones difieren aquí: {definition} no se cumple; se cumple: {others}.</translation>
    </message>
    <message>
        <source>This does not exclude an infection: it can run without fever, which corticosteroids can suppress.</source>
        <translation>Esto no excluye una infección: puede cursar sin fiebre, que los corticoides pueden suprimir.</translation>
    </message>
    <message>
        <source>temperature met</source>
        <translation>cumple la temperatura</translation>
    </message>
    <message>
        <source>temperature not met</source>
        <translation>no cumple la temperatura</translation>
    </message>
    <message>
        <source>count met</source>
        <translation>cumple el recuento</translation>
    </message>
    <message>
        <source>count not met</source>
        <translation>no cumple el recuento</translation>
    </message>
    <message>
        <source>met</source>
        <translation>se cumple</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>no se cumple</translation>
    </message>
    <message>
        <source>Temperature: {temperature_rule}. Neutrophils: {count_rule}.</source>
        <translation>Temperatura: {temperature_rule}. Neutrófilos: {count_rule}.</translation>
    </message>
    <message>
        <source>CCLG, children in the UK</source>
        <translation>CCLG, niños en el Reino Unido</translation>
    </message>
    <message>
        <source>Not worked out here: it asks how unwell the child is</source>
        <translation>No se calcula aquí: pregunta por el estado general del niño</translation>
    </message>
    <message>
        <source>Temperature: 38.0 °C or higher once, or below 36 °C, or being unwell. Neutrophils: below 500 /µL.</source>
        <translation>Temperatura: 38.0 °C o más una vez, o por debajo de 36 °C, o mal estado general. Neutrófilos: por debajo de 500 /µL.</translation>
    </message>
    <message>
        <source>CCLG text, undated</source>
        <translation>Texto de CCLG, sin fecha</translation>
    </message>
    <message>
        <source>{some} of {all} definitions are met</source>
        <translation>se cumplen {some} de {all} definiciones</translation>
    </message>
    <message>
        <source>Febrile neutropenia by {definition}: yes ({observed}). All: {all}</source>
        <translation>Neutropenia febril según {definition}: sí ({observed}). Todas: {all}</translation>
    </message>
    <message>
        <source>Febrile neutropenia by {definition}: no ({observed}). All: {all}</source>
        <translation>Neutropenia febril según {definition}: no ({observed}). Todas: {all}</translation>
    </message>
    <message>
        <source>Febrile neutropenia</source>
        <translation>Neutropenia febril</translation>
    </message>
    <message>
        <source>Definition not met</source>
        <translation>Definición no cumplida</translation>
    </message>
    <message>
        <source>High above 20 %</source>
        <translation>Alto por encima del 20 %</translation>
    </message>
    <message>
        <source>High: above 20 %. Intermediate: 10 to 20 %, 20 included</source>
        <translation>Alto: más del 20 %. Intermedio: del 10 al 20 %, 20 incluido</translation>
    </message>
    <message>
        <source>JNCCN and Fred Hutch 2015; HemOnc pocket. Bound of 10 %: secondary</source>
        <translation>JNCCN y Fred Hutch 2015; HemOnc pocket. Límite del 10 %: fuente secundaria</translation>
    </message>
    <message>
        <source>High from 20 % on</source>
        <translation>Alto desde el 20 %</translation>
    </message>
    <message>
        <source>High: 20 % or more. Intermediate: 10 to below 20 %</source>
        <translation>Alto: 20 % o más. Intermedio: desde el 10 hasta menos del 20 %</translation>
    </message>
    <message>
        <source>Secondary: European and American bodies as named at njmonline 2019; ASCO 2015 says about 20 % or higher (Smith, J Clin Oncol 2015;33:3199). Bound of 10 %: secondary</source>
        <translation>Fuente secundaria: organismos europeos y estadounidenses según njmonline 2019; ASCO 2015 dice alrededor del 20 % o más (Smith, J Clin Oncol 2015;33:3199). Límite del 10 %: fuente secundaria</translation>
    </message>
    <message>
        <source>Risk of febrile neutropenia with this regimen</source>
        <translation>Riesgo de neutropenia febril con este esquema de quimioterapia</translation>
    </message>
    <message>
        <source>As published for the regimen</source>
        <translation>El publicado para el esquema</translation>
    </message>
    <message>
        <source>Reading of 20 %</source>
        <translation>Lectura del 20 %</translation>
    </message>
    <message>
        <source>Whose answer is the result; the other is shown beside it</source>
        <translation>La que da el resultado; la otra se muestra al lado</translation>
    </message>
    <message>
        <source>Tier = risk of febrile neutropenia: high above (or from) 20 %, intermediate from 10 %, low below</source>
        <translation>Nivel = riesgo de neutropenia febril: alto por encima del (o desde el) 20 %, intermedio desde el 10 %, bajo por debajo</translation>
    </message>
    <message>
        <source>High: JNCCN and Fred Hutch 2015, or njmonline 2019 (secondary); from 10 %: secondary; below 10 %: not verified</source>
        <translation>Alto: JNCCN y Fred Hutch 2015, o njmonline 2019 (fuente secundaria); desde el 10 %: fuente secundaria; por debajo del 10 %: sin verificar</translation>
    </message>
    <message>
        <source>For G-CSF from the first cycle of chemotherapy on (primary prophylaxis), by the regimen alone: the person’s own risk factors are not asked. Not for later cycles after a complication, and not for neutropenia without chemotherapy.</source>
        <translation>Para G-CSF desde el primer ciclo de quimioterapia (profilaxis primaria), solo según el esquema: no se preguntan los factores de riesgo de la persona. No es para ciclos posteriores tras una complicación, ni para neutropenia sin quimioterapia.</translation>
    </message>
    <message>
        <source>Risk of febrile neutropenia {percent}: {told}. {rule}</source>
        <translation>Riesgo de neutropenia febril {percent}: {told}. {rule}</translation>
    </message>
    <message>
        <source>Low: below 10 % (not verified)</source>
        <translation>Bajo: menos del 10 % (sin verificar)</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alto</translation>
    </message>
    <message>
        <source>intermediate</source>
        <translation>intermedio</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bajo</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>Riesgo alto</translation>
    </message>
    <message>
        <source>Intermediate risk</source>
        <translation>Riesgo intermedio</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>Riesgo bajo</translation>
    </message>
    <message>
        <source>high tier</source>
        <translation>nivel alto</translation>
    </message>
    <message>
        <source>intermediate tier</source>
        <translation>nivel intermedio</translation>
    </message>
    <message>
        <source>low tier</source>
        <translation>nivel bajo</translation>
    </message>
    <message>
        <source>guidance advises G-CSF from the first cycle on</source>
        <translation>las guías aconsejan G-CSF desde el primer ciclo</translation>
    </message>
    <message>
        <source>guidance decides by risk factors of the person</source>
        <translation>las guías deciden según los factores de riesgo de la persona</translation>
    </message>
    <message>
        <source>what guidance says below 10 % was not verified</source>
        <translation>no se verificó lo que dicen las guías por debajo del 10 %</translation>
    </message>
    <message>
        <source>Sources differ at exactly {bound} %. {readings}.</source>
        <translation>Con exactamente el {bound} %, las fuentes difieren. {readings}.</translation>
    </message>
    <message>
        <source>The tier below 10 % was not verified in a source.</source>
        <translation>El nivel por debajo del 10 % no se verificó en ninguna fuente.</translation>
    </message>
    <message>
        <source>{percent} % is very low. If the source gives a fraction, type {instead} instead.</source>
        <translation>{percent} % es muy bajo. Si la fuente da una fracción, escriba {instead} en su lugar.</translation>
    </message>
    <message>
        <source>A lower limit of 0 is none. Type the limit that the report prints, or leave it empty.</source>
        <translation>Un límite inferior de 0 no es un límite. Escriba el que figura en el informe o deje el campo vacío.</translation>
    </message>
    <message>
        <source>Laboratory’s lower limit</source>
        <translation>Límite inferior del laboratorio</translation>
    </message>
    <message>
        <source>Unit: Laboratory’s lower limit</source>
        <translation>Unidad: Límite inferior del laboratorio</translation>
    </message>
    <message>
        <source>CTCAE 4.03 and 5.0 need it from 1,500 /µL on</source>
        <translation>CTCAE 4.03 y 5.0 lo necesitan desde 1&#xa0;500 /µL</translation>
    </message>
    <message>
        <source>Age in days</source>
        <translation>Edad en días</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>DAIDS 2.1 needs it; whole days, 0 on the day of birth</source>
        <translation>DAIDS 2.1 la necesita; días enteros, 0 el día del nacimiento</translation>
    </message>
    <message>
        <source>Grade = the step of the chosen scheme that holds the count, not rounded</source>
        <translation>Grado = el escalón de la escala elegida en el que está el recuento, sin redondear</translation>
    </message>
    <message>
        <source>NCI CTCAE 6.0 (workbook of 10 July 2025); secondary for CTCAE 4.03 and 5.0, DAIDS 2.1 (July 2017), WHO, NCI-CTC 2, FDA 2007 and aplastic anaemia; conventional severity: Boxer 2012</source>
        <translation>NCI CTCAE 6.0 (libro de cálculo del 10 de julio de 2025); fuentes secundarias para CTCAE 4.03 y 5.0, DAIDS 2.1 (julio de 2017), OMS, NCI-CTC 2, FDA 2007 y anemia aplásica; gravedad convencional: Boxer 2012</translation>
    </message>
    <message>
        <source>The grade is of the count alone, without fever or other cells. All but the conventional scheme are for trials, side effects or one disease; only DAIDS 2.1 has bounds for newborns, none for Duffy-null.</source>
        <translation>El grado es solo el del recuento, sin fiebre ni otras células. Todas las escalas menos la convencional son para ensayos, efectos adversos o una enfermedad; solo DAIDS 2.1 tiene límites para recién nacidos, y ninguna para Duffy nulo.</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>ANC {count}; {scheme}: {grade}</source>
        <translation>RAN {count}; {scheme}: {grade}</translation>
    </message>
    <message>
        <source>Conventional severity</source>
        <translation>Gravedad convencional</translation>
    </message>
    <message>
        <source>Profound (severe, below 100)</source>
        <translation>Profunda (grave, por debajo de 100)</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>Grave</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Moderada</translation>
    </message>
    <message>
        <source>Mild</source>
        <translation>Leve</translation>
    </message>
    <message>
        <source>No neutropenia by this scale</source>
        <translation>Sin neutropenia según esta escala</translation>
    </message>
    <message>
        <source>Can’t be graded</source>
        <translation>No se puede graduar</translation>
    </message>
    <message>
        <source>below {upper} /µL</source>
        <translation>menos de {upper} /µL</translation>
    </message>
    <message>
        <source>above {lower} /µL</source>
        <translation>más de {lower} /µL</translation>
    </message>
    <message>
        <source>{lower} /µL or more</source>
        <translation>{lower} /µL o más</translation>
    </message>
    <message>
        <source>{lower} to {upper} /µL, both included</source>
        <translation>de {lower} a {upper} /µL, ambos incluidos</translation>
    </message>
    <message>
        <source>{lower} to below {upper} /µL</source>
        <translation>de {lower} a menos de {upper} /µL</translation>
    </message>
    <message>
        <source>Grade 4</source>
        <translation>Grado 4</translation>
    </message>
    <message>
        <source>Grade 3</source>
        <translation>Grado 3</translation>
    </message>
    <message>
        <source>Grade 2</source>
        <translation>Grado 2</translation>
    </message>
    <message>
        <source>Grade 1</source>
        <translation>Grado 1</translation>
    </message>
    <message>
        <source>Grade 0 (none)</source>
        <translation>Grado 0 (ninguno)</translation>
    </message>
    <message>
        <source>Grade 1 runs from 1,500 /µL to below the laboratory’s lower limit. Without that limit, grade 1 and grade 0 can’t be told apart.</source>
        <translation>El grado 1 va de 1&#xa0;500 /µL a menos del límite inferior del laboratorio. Sin ese límite no se pueden distinguir el grado 1 y el grado 0.</translation>
    </message>
    <message>
        <source>The bounds differ by age: up to 1 day, 2 to 7 days, and above 7 days. Without the age in days there is no grade.</source>
        <translation>Los límites varían con la edad: hasta 1 día, de 2 a 7 días y más de 7 días. Sin la edad en días no hay grado.</translation>
    </message>
    <message>
        <source>NCI CTCAE 4.03, neutrophil count decreased; read as coded for trials (secondary): pharmaverse admiral, July 2026, ncictcaev4.json</source>
        <translation>NCI CTCAE 4.03, neutrophil count decreased; leído tal como está codificado para ensayos (fuente secundaria): pharmaverse admiral, julio de 2026, ncictcaev4.json</translation>
    </message>
    <message>
        <source>NCI CTCAE 5.0, neutrophil count decreased; read as coded for trials (secondary): pharmaverse admiral, July 2026, ncictcaev5.json; oncohub CTCAE5</source>
        <translation>NCI CTCAE 5.0, neutrophil count decreased; leído tal como está codificado para ensayos (fuente secundaria): pharmaverse admiral, julio de 2026, ncictcaev5.json; oncohub CTCAE5</translation>
    </message>
    <message>
        <source>NCI CTCAE 6.0, neutrophil count decreased, workbook published on 10 July 2025 (MedDRA 28.0)</source>
        <translation>NCI CTCAE 6.0, neutrophil count decreased, libro de cálculo publicado el 10 de julio de 2025 (MedDRA 28.0)</translation>
    </message>
    <message>
        <source>DAIDS grading table 2.1, July 2017, absolute neutrophil count, low; read as coded for trials (secondary): pharmaverse admiral, July 2026, DAIDS.json; above 7 days also PMC7376988</source>
        <translation>Tabla de graduación DAIDS 2.1, julio de 2017, absolute neutrophil count, low; leída tal como está codificada para ensayos (fuente secundaria): pharmaverse admiral, julio de 2026, DAIDS.json; para más de 7 días, también PMC7376988</translation>
    </message>
    <message>
        <source>WHO toxicity grades</source>
        <translation>Grados de toxicidad de la OMS</translation>
    </message>
    <message>
        <source>WHO toxicity grades; read as reprinted in Journal of Oncology 2019, 4828563, table 1 (secondary)</source>
        <translation>Grados de toxicidad de la OMS; leídos según la reproducción en Journal of Oncology 2019, 4828563, tabla 1 (fuente secundaria)</translation>
    </message>
    <message>
        <source>NCI Common Toxicity Criteria, version 2; read as reprinted in PMC2972576, table 5 (secondary)</source>
        <translation>NCI Common Toxicity Criteria, versión 2; leídos según la reproducción en PMC2972576, tabla 5 (fuente secundaria)</translation>
    </message>
    <message>
        <source>FDA vaccine trials 2007</source>
        <translation>Ensayos de vacunas de la FDA 2007</translation>
    </message>
    <message>
        <source>FDA toxicity grading scale for healthy volunteers in vaccine trials, 2007; read as reprinted in PMC7376988 (secondary)</source>
        <translation>Escala de toxicidad de la FDA para voluntarios sanos en ensayos de vacunas, 2007; leída según la reproducción en PMC7376988 (fuente secundaria)</translation>
    </message>
    <message>
        <source>Aplastic anaemia, neutrophil criterion only</source>
        <translation>Anemia aplásica, solo criterio de neutrófilos</translation>
    </message>
    <message>
        <source>BMJ Best Practice, aplastic anaemia; medicalcriteria.com (both secondary), read in 2026</source>
        <translation>BMJ Best Practice, anemia aplásica; medicalcriteria.com (ambas fuentes secundarias), leídas en 2026</translation>
    </message>
    <message>
        <source>Very severe by this criterion</source>
        <translation>Muy grave según este criterio</translation>
    </message>
    <message>
        <source>Severe by this criterion</source>
        <translation>Grave según este criterio</translation>
    </message>
    <message>
        <source>Criterion not met</source>
        <translation>Criterio no cumplido</translation>
    </message>
    <message>
        <source>The conventional scale is for adults and for children from one year. Other limits are usual in the first year (see “Usual limits by population”), so its grade says little here.</source>
        <translation>La escala convencional es para adultos y para niños a partir de un año. En el primer año son habituales otros límites (véase «Límites habituales por población»), así que su grado dice poco aquí.</translation>
    </message>
    <message>
        <source>CTCAE 5.0 gives this count grade {older}, CTCAE 6.0 gives it grade {newer}: version 6.0 (2025) moved the bounds. A grade holds for its version alone.</source>
        <translation>CTCAE 5.0 da a este recuento el grado {older} y CTCAE 6.0, el grado {newer}: la versión 6.0 (2025) cambió los límites. Un grado solo vale para su versión.</translation>
    </message>
    <message>
        <source>That the limits are the exact binomial ones: abstract of “Impact of integrating Rumke statistics …”. Rounding: entries for 5, 9, 10 and 15 of 100 cells as others print them. The table itself (Rümke 1960) was not read.</source>
        <translation>Que los límites son los binomiales exactos: resumen de «Impact of integrating Rumke statistics …». Redondeo: valores para 5, 9, 10 y 15 de 100 células tal como los reproducen otros. No se leyó la tabla misma (Rümke 1960).</translation>
    </message>
    <message>
        <source>openpathology, WBC delta-sigma, DCR-007 (secondary: Wilson’s own paper was not read)</source>
        <translation>openpathology, WBC delta-sigma, DCR-007 (fuente secundaria: no se leyó el artículo de Wilson)</translation>
    </message>
    <message>
        <source>Clopper–Pearson (exact)</source>
        <translation>Clopper–Pearson (exacto)</translation>
    </message>
    <message>
        <source>At the lower limit so many cells or more, at the upper so few or fewer, are found with half the probability that the level leaves; the true share is inside at least as often as the level says</source>
        <translation>En el límite inferior se encuentran tantas células o más, y en el superior tantas o menos, con la mitad de la probabilidad que deja el nivel; la proporción verdadera queda dentro al menos tan a menudo como dice el nivel</translation>
    </message>
    <message>
        <source>Wilson (score)</source>
        <translation>Wilson (de puntuación)</translation>
    </message>
    <message>
        <source>(k + z²/2 ± z × √(k × (n − k) / n + z²/4)) / (n + z²) for k of n cells; the true share is inside about as often as the level says</source>
        <translation>(k + z²/2 ± z × √(k × (n − k) / n + z²/4)) / (n + z²) para k de n células; la proporción verdadera queda dentro aproximadamente tan a menudo como dice el nivel</translation>
    </message>
    <message>
        <source>Clopper–Pearson if left empty</source>
        <translation>Clopper–Pearson si se deja vacío</translation>
    </message>
    <message>
        <source>Cells of the kind found</source>
        <translation>Células del tipo encontradas</translation>
    </message>
    <message>
        <source>How many of the cells counted were of this kind, such as neutrophils</source>
        <translation>Cuántas de las células contadas eran de este tipo, por ejemplo, neutrófilos</translation>
    </message>
    <message>
        <source>Cells counted in all</source>
        <translation>Células contadas en total</translation>
    </message>
    <message>
        <source>The number of white cells that the differential rests on</source>
        <translation>El número de leucocitos en que se basa la fórmula leucocitaria</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>95 if left empty</source>
        <translation>95 si se deja vacío</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>{cells} of {counted} cells</source>
        <translation>{cells} de {counted} células</translation>
    </message>
    <message>
        <source>P(k or more of n cells, at the lower limit) = P(k or fewer, at the upper limit) = (100 − level) / 2 %</source>
        <translation>P(k o más de n células, en el límite inferior) = P(k o menos, en el límite superior) = (100 − nivel) / 2 %</translation>
    </message>
    <message>
        <source>Exact binomial limits, as in Rümke’s table (1960, itself not read); Wilson’s interval beside them</source>
        <translation>Límites binomiales exactos, como en la tabla de Rümke (1960, no leída directamente); al lado, el intervalo de Wilson</translation>
    </message>
    <message>
        <source>It covers chance alone: which cells happened to be met. Cells taken for others, an uneven film and the error of the white cell count come on top. Not for percentages that an analyser prints without the number of cells.</source>
        <translation>Abarca solo el azar: qué células aparecieron por casualidad. A eso se suman las células tomadas por otras, un frotis desigual y el error del recuento de leucocitos. No es para porcentajes que un analizador da sin el número de células.</translation>
    </message>
    <message>
        <source>{cells} cells of the kind are more than the {counted} counted in all. Check both numbers.</source>
        <translation>{cells} células del tipo son más que las {counted} contadas en total. Compruebe ambos números.</translation>
    </message>
    <message>
        <source>{level} % interval</source>
        <translation>intervalo del {level} %</translation>
    </message>
    <message>
        <source>{level} % interval by {method}</source>
        <translation>intervalo del {level} % según {method}</translation>
    </message>
    <message>
        <source>The exact 95 % limits, the lower rounded down and the upper rounded up to whole percent</source>
        <translation>Los límites exactos del 95 %, el inferior redondeado hacia abajo y el superior hacia arriba a porcentajes enteros</translation>
    </message>
    <message>
        <source>{lower} to {upper} %</source>
        <translation>{lower} a {upper} %</translation>
    </message>
    <message>
        <source>As in Rümke’s table</source>
        <translation>Como en la tabla de Rümke</translation>
    </message>
    <message>
        <source>does not exclude a share of up to {upper} %</source>
        <translation>no excluye una proporción de hasta {upper} %</translation>
    </message>
    <message>
        <source>A count of 0 bounds the share from above; it does not show that there are no such cells</source>
        <translation>Un recuento de 0 acota la proporción por arriba; no demuestra que no haya tales células</translation>
    </message>
    <message>
        <source>No cell found</source>
        <translation>Ninguna célula encontrada</translation>
    </message>
    <message>
        <source>does not exclude a share down to {lower} %</source>
        <translation>no excluye una proporción que baje hasta {lower} %</translation>
    </message>
    <message>
        <source>The same, seen from the other cells: none of them was found</source>
        <translation>Lo mismo, visto desde las otras células: no se encontró ninguna de ellas</translation>
    </message>
    <message>
        <source>No other cell found</source>
        <translation>Ninguna otra célula encontrada</translation>
    </message>
    <message>
        <source>{formula}, z leaving {tail} % on either side: {lower} to {upper} %</source>
        <translation>{formula}, donde z deja {tail} % a cada lado: {lower} a {upper} %</translation>
    </message>
    <message>
        <source>{cells} or more at {lower} %</source>
        <translation>{cells} o más con una proporción del {lower} %</translation>
    </message>
    <message>
        <source>lower limit {lower} %</source>
        <translation>límite inferior {lower} %</translation>
    </message>
    <message>
        <source>{cells} or fewer at {upper} %</source>
        <translation>{cells} o menos con una proporción del {upper} %</translation>
    </message>
    <message>
        <source>upper limit {upper} %</source>
        <translation>límite superior {upper} %</translation>
    </message>
    <message>
        <source>Found with a probability of {tail} %: {at_lower}, {at_upper}</source>
        <translation>Se encuentran con una probabilidad de {tail} %: {at_lower}, {at_upper}</translation>
    </message>
    <message>
        <source>Burden of illness</source>
        <translation>Carga de enfermedad</translation>
    </message>
    <message>
        <source>None or mild</source>
        <translation>Ninguna o leve</translation>
    </message>
    <message>
        <source>Systolic blood pressure</source>
        <translation>Presión arterial sistólica</translation>
    </message>
    <message>
        <source>Cancer</source>
        <translation>Cáncer</translation>
    </message>
    <message>
        <source>Solid tumour</source>
        <translation>Tumor sólido</translation>
    </message>
    <message>
        <source>Haematological</source>
        <translation>Hematológico</translation>
    </message>
    <message>
        <source>Previous fungal infection</source>
        <translation>Infección fúngica previa</translation>
    </message>
    <message>
        <source>Dehydration that needs fluids by vein</source>
        <translation>Deshidratación que requiere líquidos por vía intravenosa</translation>
    </message>
    <message>
        <source>When the fever began</source>
        <translation>Cuando empezó la fiebre</translation>
    </message>
    <message>
        <source>Outpatient</source>
        <translation>Ambulatorio</translation>
    </message>
    <message>
        <source>Inpatient</source>
        <translation>Hospitalizado</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>years</source>
        <translation>años</translation>
    </message>
    <message>
        <source>From 16 years: the index is not for children (secondary source: fpnotebook)</source>
        <translation>Desde 16 años: el índice no es para niños (fuente secundaria: fpnotebook)</translation>
    </message>
    <message>
        <source>MASCC = burden + blood pressure + COPD + tumour + dehydration + setting + age (0 to 26 points)</source>
        <translation>MASCC = carga de enfermedad + presión arterial + EPOC + tumor + deshidratación + lugar + edad (de 0 a 26 puntos)</translation>
    </message>
    <message>
        <source>Klastersky, J Clin Oncol 2000;18:3038-3051, doi:10.1200/JCO.2000.18.16.3038 (abstract); mascc.org; SEIMC guideline 2020, table 3; eviQ</source>
        <translation>Klastersky, J Clin Oncol 2000;18:3038-3051, doi:10.1200/JCO.2000.18.16.3038 (resumen); mascc.org; guía SEIMC 2020, tabla 3; eviQ</translation>
    </message>
    <message>
        <source>Only for fever with neutropenia from cancer treatment; it does not tell whether that is there. Not validated in induction treatment of acute myeloid leukaemia, nor before engraftment of an allogeneic transplant. Not under 16 years.</source>
        <translation>Solo para fiebre con neutropenia por tratamiento del cáncer; no dice si la hay. No está validado en el tratamiento de inducción de la leucemia mieloide aguda, ni antes del prendimiento de un trasplante alogénico. No para menores de 16 años.</translation>
    </message>
    <message>
        <source>solid, previous fungal infection yes</source>
        <translation>sólido, infección fúngica previa: sí</translation>
    </message>
    <message>
        <source>solid, previous fungal infection no</source>
        <translation>sólido, infección fúngica previa: no</translation>
    </message>
    <message>
        <source>haematological, previous fungal infection yes</source>
        <translation>hematológico, infección fúngica previa: sí</translation>
    </message>
    <message>
        <source>haematological, previous fungal infection no</source>
        <translation>hematológico, infección fúngica previa: no</translation>
    </message>
    <message>
        <source>none or mild</source>
        <translation>ninguna o leve</translation>
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
        <source>None or mild 5, moderate 3, severe 0</source>
        <translation>Ninguna o leve 5, moderada 3, grave 0</translation>
    </message>
    <message>
        <source>Systolic pressure</source>
        <translation>Presión sistólica</translation>
    </message>
    <message>
        <source>Above 90 mmHg 5</source>
        <translation>Más de 90 mmHg 5</translation>
    </message>
    <message>
        <source>No COPD 4</source>
        <translation>Sin EPOC 4</translation>
    </message>
    <message>
        <source>Solid tumour, or haematological without previous fungal infection, 4</source>
        <translation>Tumor sólido, o hematológico sin infección fúngica previa, 4</translation>
    </message>
    <message>
        <source>Dehydration</source>
        <translation>Deshidratación</translation>
    </message>
    <message>
        <source>None 3</source>
        <translation>Ninguna 3</translation>
    </message>
    <message>
        <source>Onset of fever</source>
        <translation>Inicio de la fiebre</translation>
    </message>
    <message>
        <source>outpatient</source>
        <translation>ambulatorio</translation>
    </message>
    <message>
        <source>inpatient</source>
        <translation>hospitalizado</translation>
    </message>
    <message>
        <source>Outpatient 3</source>
        <translation>Ambulatorio 3</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} años</translation>
    </message>
    <message>
        <source>Below 60 years 2</source>
        <translation>Menos de 60 años 2</translation>
    </message>
    <message>
        <source>low risk ({bound} or more)</source>
        <translation>riesgo bajo ({bound} o más)</translation>
    </message>
    <message>
        <source>high risk (below {bound})</source>
        <translation>riesgo alto (menos de {bound})</translation>
    </message>
    <message>
        <source>MASCC index {score} of {highest}: {risk}.</source>
        <translation>Índice MASCC {score} de {highest}: {risk}.</translation>
    </message>
    <message>
        <source>Low risk is not no risk: in one study 42 % of people with 21 points or more had complications (Bitar, PMC4500479).</source>
        <translation>Riesgo bajo no es ausencia de riesgo: en un estudio, el 42 % de las personas con 21 puntos o más tuvo complicaciones (Bitar, PMC4500479).</translation>
    </message>
    <message>
        <source>Below 15 points the SEIMC guideline of 2020 gives a mortality of 29 %.</source>
        <translation>Por debajo de 15 puntos, la guía SEIMC de 2020 da una mortalidad del 29 %.</translation>
    </message>
    <message>
        <source>{count} is very high. Check the number and the unit.</source>
        <translation>{count} es muy alto. Compruebe el número y la unidad.</translation>
    </message>
    <message>
        <source>{count} is very high. Did the report mean {other}?</source>
        <translation>{count} es muy alto. ¿Quería decir el informe {other}?</translation>
    </message>
    <message>
        <source>{count} is very low. Did the report mean {other}?</source>
        <translation>{count} es muy bajo. ¿Quería decir el informe {other}?</translation>
    </message>
    <message>
        <source>Type a number: {field}.</source>
        <translation>Escriba un número: {field}.</translation>
    </message>
    <message>
        <source>{number} is out of range here.</source>
        <translation>{number} está fuera del intervalo admitido aquí.</translation>
    </message>
    <message>
        <source>{number} is not a whole number.</source>
        <translation>{number} no es un número entero.</translation>
    </message>
    <message>
        <source>Choose one: {field} ({choices}).</source>
        <translation>Elija una opción: {field} ({choices}).</translation>
    </message>
    <message>
        <source>“{typed}” is not known here. Choose one of {choices}.</source>
        <translation>«{typed}» no se conoce aquí. Elija entre {choices}.</translation>
    </message>
    <message>
        <source>This unit is not known here. Choose one of {units}.</source>
        <translation>Esta unidad no se conoce aquí. Elija entre {units}.</translation>
    </message>
    <message>
        <source>Choose the unit that the report prints: {units}.</source>
        <translation>Elija la unidad que figura en el informe: {units}.</translation>
    </message>
    <message>
        <source>{count} is more than any count. Check the number and the unit.</source>
        <translation>{count} es más que cualquier recuento posible. Compruebe el número y la unidad.</translation>
    </message>
    <message>
        <source>Type a number from {lower} to {upper}.</source>
        <translation>Escriba un número de {lower} a {upper}.</translation>
    </message>
    <message>
        <source>Type a number of {lower} or more.</source>
        <translation>Escriba un número de {lower} o más.</translation>
    </message>
    <message>
        <source>Type another number.</source>
        <translation>Escriba otro número.</translation>
    </message>
    <message>
        <source>below what is usual for {population}</source>
        <translation>por debajo de lo habitual en {population}</translation>
    </message>
    <message>
        <source>above what is usual for {population}</source>
        <translation>por encima de lo habitual en {population}</translation>
    </message>
    <message>
        <source>not below what is usual for {population}</source>
        <translation>no por debajo de lo habitual en {population}</translation>
    </message>
    <message>
        <source>within what is usual for {population}</source>
        <translation>dentro de lo habitual en {population}</translation>
    </message>
    <message>
        <source>{lower} /µL or more; no upper limit is used</source>
        <translation>{lower} /µL o más; no se usa límite superior</translation>
    </message>
    <message>
        <source>5-Minute Pediatric Consult, Neutropenia (undated copy, read in 2026)</source>
        <translation>5-Minute Pediatric Consult, Neutropenia (copia sin fecha, leída en 2026)</translation>
    </message>
    <message>
        <source>Manroe, J Pediatr 1979;95:89-98, as given by Nittala 2012, PMC4423541 (secondary)</source>
        <translation>Manroe, J Pediatr 1979;95:89-98, según lo reproduce Nittala 2012, PMC4423541 (fuente secundaria)</translation>
    </message>
    <message>
        <source>Vetter-Laracy et al., J Perinatol 2013, doi:10.1038/jp.2013.111 (abstract): fifth percentile of routine counts of 399 infants</source>
        <translation>Vetter-Laracy et al., J Perinatol 2013, doi:10.1038/jp.2013.111 (resumen): quinto percentil de recuentos de rutina de 399 niños</translation>
    </message>
    <message>
        <source>UpToDate, table of reference intervals in pregnancy, compiled from studies (copy read in 2026; secondary)</source>
        <translation>UpToDate, tabla de intervalos de referencia en el embarazo, compilada a partir de estudios (copia leída en 2026; fuente secundaria)</translation>
    </message>
    <message>
        <source>not for infants of very low birth weight</source>
        <translation>no para niños de muy bajo peso al nacer</translation>
    </message>
    <message>
        <source>for healthy adults known to be Duffy-null; no robust limits were found for children (Blood Adv 2023)</source>
        <translation>para adultos sanos que se sabe que son Duffy nulo; no se hallaron límites sólidos para niños (Blood Adv 2023)</translation>
    </message>
    <message>
        <source>Adult, limit 1,500 /µL</source>
        <translation>Adulto, límite 1&#xa0;500 /µL</translation>
    </message>
    <message>
        <source>adults where 1,500 /µL is the limit</source>
        <translation>adultos con 1&#xa0;500 /µL como límite</translation>
    </message>
    <message>
        <source>Boxer 2012, the limit of conventional severity</source>
        <translation>Boxer 2012, el límite de la gravedad convencional</translation>
    </message>
    <message>
        <source>Adult, limit 1,800 /µL</source>
        <translation>Adulto, límite 1&#xa0;800 /µL</translation>
    </message>
    <message>
        <source>adults where 1,800 /µL is the limit</source>
        <translation>adultos con 1&#xa0;800 /µL como límite</translation>
    </message>
    <message>
        <source>NHS Dumfries and Galloway, read in 2026: mild neutropenia reaches to 1.8 ×10⁹/L</source>
        <translation>NHS Dumfries and Galloway, leído en 2026: la neutropenia leve llega hasta 1.8 ×10⁹/L</translation>
    </message>
    <message>
        <source>Adult, limit 2,000 /µL</source>
        <translation>Adulto, límite 2&#xa0;000 /µL</translation>
    </message>
    <message>
        <source>adults where 2,000 /µL is the limit</source>
        <translation>adultos con 2&#xa0;000 /µL como límite</translation>
    </message>
    <message>
        <source>NHS Dumfries and Galloway, read in 2026: normal from 2.0 ×10⁹/L</source>
        <translation>NHS Dumfries and Galloway, leído en 2026: normal desde 2.0 ×10⁹/L</translation>
    </message>
    <message>
        <source>Duffy-null adult, the United States</source>
        <translation>Adulto Duffy nulo, Estados Unidos</translation>
    </message>
    <message>
        <source>Duffy-null adults in the United States</source>
        <translation>adultos Duffy nulo de Estados Unidos</translation>
    </message>
    <message>
        <source>Duffy-null adult, the United Kingdom</source>
        <translation>Adulto Duffy nulo, Reino Unido</translation>
    </message>
    <message>
        <source>Duffy-null adults in the United Kingdom</source>
        <translation>adultos Duffy nulo del Reino Unido</translation>
    </message>
    <message>
        <source>Duffy-null adult, Saudi Arabia</source>
        <translation>Adulto Duffy nulo, Arabia Saudí</translation>
    </message>
    <message>
        <source>Duffy-null adults in Saudi Arabia</source>
        <translation>adultos Duffy nulo de Arabia Saudí</translation>
    </message>
    <message>
        <source>Duffy-null adult, Namibia</source>
        <translation>Adulto Duffy nulo, Namibia</translation>
    </message>
    <message>
        <source>Duffy-null adults in Namibia</source>
        <translation>adultos Duffy nulo de Namibia</translation>
    </message>
    <message>
        <source>Pregnancy, 8 to 40 weeks</source>
        <translation>Embarazo, de 8 a 40 semanas</translation>
    </message>
    <message>
        <source>pregnancy, 8 to 40 weeks</source>
        <translation>el embarazo, de 8 a 40 semanas</translation>
    </message>
    <message>
        <source>Pregnancy, first trimester</source>
        <translation>Embarazo, primer trimestre</translation>
    </message>
    <message>
        <source>pregnancy, first trimester</source>
        <translation>el embarazo, primer trimestre</translation>
    </message>
    <message>
        <source>Pregnancy, second trimester</source>
        <translation>Embarazo, segundo trimestre</translation>
    </message>
    <message>
        <source>pregnancy, second trimester</source>
        <translation>el embarazo, segundo trimestre</translation>
    </message>
    <message>
        <source>Pregnancy, third trimester</source>
        <translation>Embarazo, tercer trimestre</translation>
    </message>
    <message>
        <source>pregnancy, third trimester</source>
        <translation>el embarazo, tercer trimestre</translation>
    </message>
    <message>
        <source>Newborns, mostly term, at 12 to 24 hours</source>
        <translation>Recién nacidos, en su mayoría a término, de 12 a 24 horas</translation>
    </message>
    <message>
        <source>newborns, mostly term, at 12 to 24 hours</source>
        <translation>recién nacidos, en su mayoría a término, de 12 a 24 horas</translation>
    </message>
    <message>
        <source>not for infants of very low birth weight; at hospitals about 4,800 feet above sea level the upper limit was much higher (Schmutz, J Perinatol 2008;28:275-281)</source>
        <translation>no para niños de muy bajo peso al nacer; en hospitales situados a unos 4&#xa0;800 pies sobre el nivel del mar, el límite superior fue mucho más alto (Schmutz, J Perinatol 2008;28:275-281)</translation>
    </message>
    <message>
        <source>Newborns, mostly term, from 72 hours</source>
        <translation>Recién nacidos, en su mayoría a término, desde las 72 horas</translation>
    </message>
    <message>
        <source>newborns, mostly term, from 72 hours</source>
        <translation>recién nacidos, en su mayoría a término, desde las 72 horas</translation>
    </message>
    <message>
        <source>Newborns in the first week</source>
        <translation>Recién nacidos en la primera semana</translation>
    </message>
    <message>
        <source>newborns in the first week</source>
        <translation>recién nacidos en la primera semana</translation>
    </message>
    <message>
        <source>Infants of very low birth weight, 61 hours to 28 days</source>
        <translation>Niños de muy bajo peso al nacer, de 61 horas a 28 días</translation>
    </message>
    <message>
        <source>infants of very low birth weight, 61 hours to 28 days</source>
        <translation>niños de muy bajo peso al nacer, de 61 horas a 28 días</translation>
    </message>
    <message>
        <source>Mouzinho et al., Pediatrics 1994 (abstract)</source>
        <translation>Mouzinho et al., Pediatrics 1994 (resumen)</translation>
    </message>
    <message>
        <source>up to 1,500 g at birth, without complications</source>
        <translation>hasta 1&#xa0;500 g al nacer, sin complicaciones</translation>
    </message>
    <message>
        <source>Infants of very low birth weight, weeks 3 to 4</source>
        <translation>Niños de muy bajo peso al nacer, semanas 3 a 4</translation>
    </message>
    <message>
        <source>infants of very low birth weight, weeks 3 to 4</source>
        <translation>niños de muy bajo peso al nacer, semanas 3 a 4</translation>
    </message>
    <message>
        <source>Infants of very low birth weight, weeks 13 to 15</source>
        <translation>Niños de muy bajo peso al nacer, semanas 13 a 15</translation>
    </message>
    <message>
        <source>infants of very low birth weight, weeks 13 to 15</source>
        <translation>niños de muy bajo peso al nacer, semanas 13 a 15</translation>
    </message>
    <message>
        <source>Infants after the first week and under 1 year</source>
        <translation>Lactantes tras la primera semana y de menos de 1 año</translation>
    </message>
    <message>
        <source>infants after the first week and under 1 year</source>
        <translation>lactantes tras la primera semana y de menos de 1 año</translation>
    </message>
    <message>
        <source>Children of 1 year or more</source>
        <translation>Niños de 1 año o más</translation>
    </message>
    <message>
        <source>children of 1 year or more</source>
        <translation>niños de 1 año o más</translation>
    </message>
    <message>
        <source>Flag = the count, not rounded, against the lower and upper limit of the chosen population</source>
        <translation>Resultado = el recuento, sin redondear, frente a los límites inferior y superior de la población elegida</translation>
    </message>
    <message>
        <source>Hibbs, Blood 2025; Dockree, EBioMedicine 2021; Mouzinho, Pediatrics 1994; Vetter-Laracy, J Perinatol 2013; Boxer 2012; NHS Dumfries and Galloway and 5-Minute Pediatric Consult, read in 2026; secondary: Manroe 1979, UpToDate (trimesters)</source>
        <translation>Hibbs, Blood 2025; Dockree, EBioMedicine 2021; Mouzinho, Pediatrics 1994; Vetter-Laracy, J Perinatol 2013; Boxer 2012; NHS Dumfries and Galloway y 5-Minute Pediatric Consult, leídos en 2026; fuentes secundarias: Manroe 1979, UpToDate (trimestres)</translation>
    </message>
    <message>
        <source>A count within the limits excludes no disease, one outside proves none. Many laboratories print their own. Infants of very low birth weight: at the ages offered only. Duffy-null: adults only.</source>
        <translation>Un recuento dentro de los límites no excluye ninguna enfermedad; uno fuera de ellos no demuestra ninguna. Muchos laboratorios imprimen los suyos. Niños de muy bajo peso al nacer: solo a las edades ofrecidas. Duffy nulo: solo adultos.</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Población</translation>
    </message>
    <message>
        <source>For adults: used instead of 1,500 /µL</source>
        <translation>Para adultos: se usa en lugar de 1&#xa0;500 /µL</translation>
    </message>
    <message>
        <source>The laboratory’s limit is used for “Adult, limit 1,500 /µL” only. Choose that, or empty this field.</source>
        <translation>El límite del laboratorio solo se usa para «Adulto, límite 1&#xa0;500 /µL». Elija esa opción o vacíe este campo.</translation>
    </message>
    <message>
        <source>Adult, the laboratory’s own limit</source>
        <translation>Adulto, límite propio del laboratorio</translation>
    </message>
    <message>
        <source>adults by the laboratory’s own lower limit</source>
        <translation>adultos según el límite inferior propio del laboratorio</translation>
    </message>
    <message>
        <source>The laboratory’s report, as typed</source>
        <translation>El informe del laboratorio, tal como se escribió</translation>
    </message>
    <message>
        <source>ANC {count}: {told} ({limits})</source>
        <translation>RAN {count}: {told} ({limits})</translation>
    </message>
    <message>
        <source>The report holds values of several patients.</source>
        <translation>El informe contiene valores de varios pacientes.</translation>
    </message>
    <message>
        <source>The report lists bands beside this count. Does the count include them?</source>
        <translation>El informe da cayados además de este recuento. ¿Los incluye el recuento?</translation>
    </message>
    <message>
        <source>This text is larger than 1 MB, so it was not read. Give the blood count alone.</source>
        <translation>Este texto supera 1 MB, así que no se leyó. Indique solo el hemograma.</translation>
    </message>
    <message>
        <source>The report prints this in another unit than the neutrophils ({unit}).</source>
        <translation>El informe da esto en una unidad distinta de la de los neutrófilos ({unit}).</translation>
    </message>
    <message>
        <source>The report prints a unit with others, but none with this.</source>
        <translation>El informe indica una unidad con otros, pero ninguna con este.</translation>
    </message>
    <message>
        <source>The printed count is not that of segmented and bands together.</source>
        <translation>El recuento impreso no es el de segmentados y cayados juntos.</translation>
    </message>
    <message>
        <source>The printed count and the percentages do not agree.</source>
        <translation>El recuento impreso y los porcentajes no concuerdan.</translation>
    </message>
    <message>
        <source>The printed count and the percentages lie on two sides of a severity bound.</source>
        <translation>El recuento impreso y los porcentajes quedan a ambos lados de un límite de gravedad.</translation>
    </message>
    <message>
        <source>The report holds values of different dates. Which one is meant?</source>
        <translation>El informe contiene valores de fechas distintas. ¿Cuál debe usarse?</translation>
    </message>
    <message>
        <source>The report gives different values for it. Which one is meant?</source>
        <translation>El informe da valores distintos para esto. ¿Cuál debe usarse?</translation>
    </message>
    <message>
        <source>There is no count of white cells or neutrophils in the pasted text.</source>
        <translation>En el texto pegado no hay ningún recuento de leucocitos ni de neutrófilos.</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Seguir sin este valor</translation>
    </message>
    <message>
        <source>Yes, {total} is all of them</source>
        <translation>Sí, {total} los incluye</translation>
    </message>
    <message>
        <source>No, they come on top: {sum}</source>
        <translation>No, se suman: {sum}</translation>
    </message>
    <message>
        <source>The report gives counts and percentages. From which shall it be calculated?</source>
        <translation>El informe da recuentos y porcentajes. ¿Con cuáles se calcula?</translation>
    </message>
    <message>
        <source>The total is not that of segmented and bands in the report. From which shall it be calculated?</source>
        <translation>El total no es la suma de segmentados y cayados del informe. ¿Con cuál se calcula?</translation>
    </message>
    <message>
        <source>{values} alone</source>
        <translation>Solo {values}</translation>
    </message>
    <message>
        <source>{number} (a count)</source>
        <translation>{number} (un recuento)</translation>
    </message>
    <message>
        <source>{count} from the percentages</source>
        <translation>{count} a partir de los porcentajes</translation>
    </message>
    <message>
        <source>{count} from segmented and bands</source>
        <translation>{count} a partir de segmentados y cayados</translation>
    </message>
    <message>
        <source>The report prints no unit with {number}. Choose the unit of the laboratory.</source>
        <translation>El informe no da ninguna unidad con {number}. Elija la unidad del laboratorio.</translation>
    </message>
    <message>
        <source>Granulocytes are more than neutrophils, so this is no neutrophil value.</source>
        <translation>Los granulocitos son más que los neutrófilos, así que esto no es un valor de neutrófilos.</translation>
    </message>
    <message>
        <source>This is a ratio, not a neutrophil value.</source>
        <translation>Esto es un cociente, no un valor de neutrófilos.</translation>
    </message>
    <message>
        <source>This row names several kinds of cells.</source>
        <translation>Esta fila nombra varios tipos de células.</translation>
    </message>
    <message>
        <source>This may be no value of blood.</source>
        <translation>Puede que esto no sea un valor de la sangre.</translation>
    </message>
    <message>
        <source>This is an estimate from the smear, not a count.</source>
        <translation>Esto es una estimación del frotis, no un recuento.</translation>
    </message>
    <message>
        <source>The words around the number are not known here.</source>
        <translation>Las palabras que rodean el número no se conocen aquí.</translation>
    </message>
    <message>
        <source>The name of this value and its unit do not fit together.</source>
        <translation>El nombre de este valor y su unidad no concuerdan.</translation>
    </message>
    <message>
        <source>The report prints a unit that is not known here.</source>
        <translation>El informe da una unidad que no se conoce aquí.</translation>
    </message>
    <message>
        <source>The report prints no unit: is this a percentage or a count?</source>
        <translation>El informe no da ninguna unidad: ¿es un porcentaje o un recuento?</translation>
    </message>
    <message>
        <source>The report names two units that differ.</source>
        <translation>El informe nombra dos unidades que difieren.</translation>
    </message>
    <message>
        <source>This is not plainly a number. Compare it with the report.</source>
        <translation>Esto no es claramente un número. Compárelo con el informe.</translation>
    </message>
    <message>
        <source>The names of this result do not agree.</source>
        <translation>Los nombres de este resultado no concuerdan.</translation>
    </message>
    <message>
        <source>The code and the name of this result do not agree.</source>
        <translation>El código y el nombre de este resultado no concuerdan.</translation>
    </message>
    <message>
        <source>This result is marked as preliminary.</source>
        <translation>Este resultado está marcado como preliminar.</translation>
    </message>
    <message>
        <source>The report gives a bound or an estimate here, not a value.</source>
        <translation>El informe da aquí un límite o una estimación, no un valor.</translation>
    </message>
    <message>
        <source>This looks like a FHIR resource, but it is damaged or not complete.</source>
        <translation>Esto parece un recurso FHIR, pero está dañado o incompleto.</translation>
    </message>
    <message>
        <source>The report gives this value as a text.</source>
        <translation>El informe da este valor como texto.</translation>
    </message>
    <message>
        <source>It isn’t sure which number belongs to which name and day here.</source>
        <translation>Aquí no es seguro qué número corresponde a qué nombre y a qué día.</translation>
    </message>
    <message>
        <source>This may be no value of blood: the report speaks of “{specimen}”.</source>
        <translation>Puede que esto no sea un valor de la sangre: el informe habla de «{specimen}».</translation>
    </message>
    <message>
        <source>The report names several dates above this value.</source>
        <translation>El informe nombra varias fechas encima de este valor.</translation>
    </message>
    <message>
        <source>The report gives a range here, not a value.</source>
        <translation>El informe da aquí un intervalo, no un valor.</translation>
    </message>
    <message>
        <source>The report gives several numbers here. Which one is meant?</source>
        <translation>El informe da aquí varios números. ¿Cuál debe usarse?</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{answer}: {points} of {most}</source>
        <translation>{answer}: {points} de {most}</translation>
    </message>
    <message>
        <source>ASTCT definition of engraftment, read in PMC11161398, table 1</source>
        <translation>Definición de prendimiento de la ASTCT, leída en PMC11161398, tabla 1</translation>
    </message>
    <message>
        <source>StatPearls (acute under 3 months); TheBloodProject (chronic over 3 months, on 3 occasions); Japanese reference guide (chronic from 3 months, adults with a count below 1,500)</source>
        <translation>StatPearls (aguda, menos de 3 meses); TheBloodProject (crónica, más de 3 meses, en 3 ocasiones); guía de referencia japonesa (crónica desde 3 meses, adultos con un recuento inferior a 1&#xa0;500)</translation>
    </message>
    <message>
        <source>Blood 2017;130(Suppl):2275 (every other day or 3 a week for 6 weeks); others ask for 2 to 3 a week</source>
        <translation>Blood 2017;130(Suppl):2275 (en días alternos o 3 por semana durante 6 semanas); otros piden de 2 a 3 por semana</translation>
    </message>
    <message>
        <source>Lomb 1976, Scargle 1982, Zechmeister and Kürster 2009, as SciPy’s documentation gives them</source>
        <translation>Lomb 1976, Scargle 1982, Zechmeister y Kürster 2009, tal como los da la documentación de SciPy</translation>
    </message>
    <message>
        <source>Arithmetic; no clinical bound belongs to it</source>
        <translation>Aritmética; no le corresponde ningún límite clínico</translation>
    </message>
    <message>
        <source>No count is below 500 /µL, so there is nothing to recover from.</source>
        <translation>Ningún recuento es inferior a 500 /µL, así que no hay de qué recuperarse.</translation>
    </message>
    <message>
        <source>The counts end with the lowest one.</source>
        <translation>Los recuentos terminan con el más bajo.</translation>
    </message>
    <message>
        <source>The rule is about daily counts, and 1 day after the lowest count has no count.</source>
        <translation>La regla es sobre recuentos diarios, y falta el recuento de 1 día posterior al más bajo.</translation>
    </message>
    <message>
        <source>The rule is about daily counts, and {n} days after the lowest count have no count.</source>
        <translation>La regla es sobre recuentos diarios, y faltan los de {n} días posteriores al más bajo.</translation>
    </message>
    <message>
        <source>It can’t be shown; it was on a day from {first} to {last}.</source>
        <translation>No se puede mostrar; fue algún día del {first} al {last}.</translation>
    </message>
    <message>
        <source>It can’t be shown; if at all, it was not before {first}.</source>
        <translation>No se puede mostrar; si la hubo, no fue antes del {first}.</translation>
    </message>
    <message>
        <source>No 3 successive days after the lowest count have 500 /µL or more.</source>
        <translation>No hay 3 días consecutivos con 500 /µL o más después del recuento más bajo.</translation>
    </message>
    <message>
        <source>The counts end after {days} with 500 /µL or more.</source>
        <translation>Los recuentos terminan tras {days} con 500 /µL o más.</translation>
    </message>
    <message>
        <source>No count is below 1,500 /µL.</source>
        <translation>Ningún recuento es inferior a 1&#xa0;500 /µL.</translation>
    </message>
    <message>
        <source>Counts below 1,500 /µL, without a higher one in between, are there from {first} to {last} ({days})</source>
        <translation>Hay recuentos inferiores a 1&#xa0;500 /µL, sin uno más alto entre ellos, del {first} al {last} ({days})</translation>
    </message>
    <message>
        <source>{days}, {days_counted} with a count</source>
        <translation>{days}, {days_counted} con un recuento</translation>
    </message>
    <message>
        <source>{lasted}: more than 3 months.</source>
        <translation>{lasted}: más de 3 meses.</translation>
    </message>
    <message>
        <source>TheBloodProject asks for 3 occasions; here are 2.</source>
        <translation>TheBloodProject pide 3 ocasiones; aquí hay 2.</translation>
    </message>
    <message>
        <source>{lasted}: exactly 3 months; chronic where 3 months are enough (Japanese guide), not yet where it takes more (TheBloodProject).</source>
        <translation>{lasted}: exactamente 3 meses; crónica donde bastan 3 meses (guía japonesa), todavía no donde hacen falta más (TheBloodProject).</translation>
    </message>
    <message>
        <source>{lasted}, but such counts come again from {first} to {last}, 3 months or more, with higher ones between: acute if each time is taken alone, chronic if the times belong together.</source>
        <translation>{lasted}, pero vuelve a haber recuentos así del {first} al {last}, 3 meses o más, con otros más altos intercalados: aguda si cada vez se toma por separado, crónica si las veces van juntas.</translation>
    </message>
    <message>
        <source>The count of {day} is below 1,500 /µL without another such count right before or after it: that shows no duration.</source>
        <translation>El recuento del {day} es inferior a 1&#xa0;500 /µL, sin otro recuento así justo antes ni después: eso no muestra ninguna duración.</translation>
    </message>
    <message>
        <source>{lasted}: less than 3 months.</source>
        <translation>{lasted}: menos de 3 meses.</translation>
    </message>
    <message>
        <source>It may have begun earlier and have gone on.</source>
        <translation>Puede haber empezado antes y haber continuado.</translation>
    </message>
    <message>
        <source>It may have begun earlier, after {before} and have gone on.</source>
        <translation>Puede haber empezado antes, después del {before}, y haber continuado.</translation>
    </message>
    <message>
        <source>It may have begun earlier and have gone on, until before {after}.</source>
        <translation>Puede haber empezado antes y haber continuado, hasta antes del {after}.</translation>
    </message>
    <message>
        <source>It may have begun earlier, after {before} and have gone on, until before {after}.</source>
        <translation>Puede haber empezado antes, después del {before}, y haber continuado, hasta antes del {after}.</translation>
    </message>
    <message>
        <source>It may have begun earlier, after {before}.</source>
        <translation>Puede haber empezado antes, después del {before}.</translation>
    </message>
    <message>
        <source>It may have begun earlier.</source>
        <translation>Puede haber empezado antes.</translation>
    </message>
    <message>
        <source>It may have gone on, until before {after}.</source>
        <translation>Puede haber continuado, hasta antes del {after}.</translation>
    </message>
    <message>
        <source>It may have gone on.</source>
        <translation>Puede haber continuado.</translation>
    </message>
    <message>
        <source>There are fewer than 2 counts above 0 from the lowest count to the end of the rise.</source>
        <translation>Hay menos de 2 recuentos superiores a 0 desde el recuento más bajo hasta el final del ascenso.</translation>
    </message>
    <message>
        <source>The counts from the lowest one on don’t rise as a whole.</source>
        <translation>Los recuentos a partir del más bajo no ascienden en conjunto.</translation>
    </message>
    <message>
        <source>There are no {weeks} successive weeks with counts on {days} or more days of each, as it takes.</source>
        <translation>No hay {weeks} semanas consecutivas con recuentos en {days} o más días de cada una, como hace falta.</translation>
    </message>
    <message>
        <source>{days} with a count: a wave needs {fewest}.</source>
        <translation>{days} con un recuento: una onda necesita {fewest}.</translation>
    </message>
    <message>
        <source>The counts cover {days}: two cycles of the shortest period take {least}.</source>
        <translation>Los recuentos abarcan {days}: dos ciclos del período más corto requieren {least}.</translation>
    </message>
    <message>
        <source>All counts are the same.</source>
        <translation>Todos los recuentos son iguales.</translation>
    </message>
    <message>
        <source>The counts cover {days}, fewer than two whole cycles of this length: one fall and rise looks the same.</source>
        <translation>Los recuentos abarcan {days}, menos de dos ciclos completos de esta duración: un solo descenso y ascenso se ve igual.</translation>
    </message>
    <message>
        <source>It lies at the edge of what was tried: the period may be shorter or longer.</source>
        <translation>Está en el borde de lo que se probó: el período puede ser más corto o más largo.</translation>
    </message>
    <message>
        <source>1 count</source>
        <translation>1 recuento</translation>
    </message>
    <message>
        <source>{n} counts</source>
        <translation>{n} recuentos</translation>
    </message>
    <message>
        <source>{counts} on {days}, {first} to {last}</source>
        <translation>{counts} en {days}, del {first} al {last}</translation>
    </message>
    <message>
        <source>longest time without a count: {days}, {first} to {last}</source>
        <translation>tiempo más largo sin un recuento: {days}, del {first} al {last}</translation>
    </message>
    <message>
        <source>given twice and taken as one: {days} and {n} more</source>
        <translation>dados dos veces y tomados como uno: {days} y {n} más</translation>
    </message>
    <message>
        <source>given twice and taken as one: {days}</source>
        <translation>dados dos veces y tomados como uno: {days}</translation>
    </message>
    <message>
        <source>Where a day has several counts, the lowest one is the count of that day.</source>
        <translation>Cuando un día tiene varios recuentos, el más bajo es el recuento de ese día.</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Recuentos</translation>
    </message>
    <message>
        <source>{count} /µL on {first}, for the last time on {last}. {scheme}: {grade}.</source>
        <translation>{count} /µL el {first}, por última vez el {last}. {scheme}: {grade}.</translation>
    </message>
    <message>
        <source>{count} /µL on {first}. {scheme}: {grade}.</source>
        <translation>{count} /µL el {first}. {scheme}: {grade}.</translation>
    </message>
    <message>
        <source>The lowest of the counts, on its first day. On days without a count it may have been lower.</source>
        <translation>El más bajo de los recuentos, en su primer día. En los días sin recuento puede haber sido más bajo.</translation>
    </message>
    <message>
        <source>Lowest count (nadir)</source>
        <translation>Recuento más bajo (nadir)</translation>
    </message>
    <message>
        <source>{days} counted, {n} with the days between.</source>
        <translation>{days} según los recuentos, {n} con los días intermedios.</translation>
    </message>
    <message>
        <source>Up to {n} days lie between two counts: what happened between them is not known.</source>
        <translation>Hasta {n} días separan dos recuentos: no se sabe qué ocurrió entre ellos.</translation>
    </message>
    <message>
        <source>Counted: days with a count below {bound} /µL. With the days between: a day without a count is taken to lie on the straight line from the count before to the count after it. Nothing is added before the first and after the last count.</source>
        <translation>Según los recuentos: días con un recuento inferior a {bound} /µL. Con los días intermedios: se supone que un día sin recuento está en la línea recta entre el recuento anterior y el siguiente. No se añade nada antes del primer recuento ni después del último.</translation>
    </message>
    <message>
        <source>Days below {bound} /µL</source>
        <translation>Días por debajo de {bound} /µL</translation>
    </message>
    <message>
        <source>Not shown. {reason}</source>
        <translation>No se muestra. {reason}</translation>
    </message>
    <message>
        <source>After it counts are below 500 /µL again, for the first time on {day}.</source>
        <translation>Después vuelve a haber recuentos inferiores a 500 /µL, por primera vez el {day}.</translation>
    </message>
    <message>
        <source>The first of 3 successive days with 500 /µL or more after the last day with the lowest count. An older wording (BMT 2002) takes the first such day alone.</source>
        <translation>El primero de 3 días consecutivos con 500 /µL o más después del último día con el recuento más bajo. Según una redacción más antigua (BMT 2002), basta el primer día así.</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Recuperación</translation>
    </message>
    <message>
        <source>Acute</source>
        <translation>Aguda</translation>
    </message>
    <message>
        <source>Chronic</source>
        <translation>Crónica</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>Indeterminada</translation>
    </message>
    <message>
        <source>The longest run of counts below 1,500 /µL, from its first to its last day: under 3 months acute, over 3 months chronic. Sources differ on exactly 3 months; StatPearls puts chronic at over 3 to 6 months. 1,500 /µL is the conventional bound: infants and people with the Duffy-null count have others, and may be healthy below it.</source>
        <translation>La serie más larga de recuentos inferiores a 1&#xa0;500 /µL, de su primer a su último día: menos de 3 meses, aguda; más de 3 meses, crónica. Las fuentes difieren sobre exactamente 3 meses; StatPearls sitúa la crónica en más de 3 a 6 meses. 1&#xa0;500 /µL es el límite convencional: los lactantes y las personas con el recuento Duffy nulo tienen otros, y pueden estar sanos por debajo de él.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>{days} days, from {n} counts, {first} to {last}.</source>
        <translation>{days} días, a partir de {n} recuentos, del {first} al {last}.</translation>
    </message>
    <message>
        <source>Two counts always lie on a line: this is a rough figure.</source>
        <translation>Dos recuentos siempre están en una línea recta: es una cifra aproximada.</translation>
    </message>
    <message>
        <source>A straight line through the logarithms of the counts (least squares), from the last day with the lowest count to the first count of 500 /µL or more; without one, as long as each count is higher than the one before. A count of 0 has no logarithm and is left out. Doubling time = ln 2 / slope.</source>
        <translation>Una línea recta por los logaritmos de los recuentos (mínimos cuadrados), desde el último día con el recuento más bajo hasta el primer recuento de 500 /µL o más; si no lo hay, mientras cada recuento sea más alto que el anterior. Un recuento de 0 no tiene logaritmo y se omite. Tiempo de duplicación = ln 2 / pendiente.</translation>
    </message>
    <message>
        <source>Doubling time of the recovery</source>
        <translation>Tiempo de duplicación en la recuperación</translation>
    </message>
    <message>
        <source>Not looked for. {reason}</source>
        <translation>No se buscó. {reason}</translation>
    </message>
    <message>
        <source>{days} days is the strongest period from {shortest} to {longest}.</source>
        <translation>{days} días es el período más marcado de {shortest} a {longest}.</translation>
    </message>
    <message>
        <source>Not to be relied on, since sampling is not sufficient: {days} days is the strongest period from {shortest} to {longest}.</source>
        <translation>No es fiable, porque el muestreo no es suficiente: {days} días es el período más marcado de {shortest} a {longest}.</translation>
    </message>
    <message>
        <source>Its wave accounts for {percent} % of the variation; of 1,000 series on the same days without any order, fewer than 1 would have one as strong.</source>
        <translation>Su onda explica el {percent} % de la variación; de 1&#xa0;000 series en los mismos días sin orden alguno, menos de 1 tendría una igual de marcada.</translation>
    </message>
    <message>
        <source>Its wave accounts for {percent} % of the variation; of 1,000 series on the same days without any order, about {n} would have one as strong.</source>
        <translation>Su onda explica el {percent} % de la variación; de 1&#xa0;000 series en los mismos días sin orden alguno, unas {n} tendrían una igual de marcada.</translation>
    </message>
    <message>
        <source>A sine wave of every period is fitted by least squares (Lomb-Scargle periodogram, last three years). The strength is the share of the variation that it accounts for, 0 to 1. The comparison with series without order is an estimate and too favourable, since a count resembles the one before it in anybody; half and double periods can stand out too. Sampling is sufficient with {a_week} to 3 counts a week for {weeks} weeks. A period is no diagnosis.</source>
        <translation>Se ajusta por mínimos cuadrados una onda sinusoidal de cada período (periodograma de Lomb-Scargle, últimos tres años). La intensidad es la parte de la variación que explica, de 0 a 1. La comparación con series sin orden es una estimación, y demasiado favorable, porque en cualquier persona un recuento se parece al anterior; también pueden destacar la mitad y el doble del período. El muestreo es suficiente con {a_week} a 3 recuentos por semana durante {weeks} semanas. Un período no es un diagnóstico.</translation>
    </message>
    <message>
        <source>Periodicity</source>
        <translation>Periodicidad</translation>
    </message>
    <message>
        <source>The lowest count is {days} after {day_one}.</source>
        <translation>El recuento más bajo está {days} después del {day_one}.</translation>
    </message>
    <message>
        <source>The lowest count is {days} before {day_one}.</source>
        <translation>El recuento más bajo está {days} antes del {day_one}.</translation>
    </message>
    <message>
        <source>Days since day one: 0 on that day itself; a calendar of treatment that calls it day 1 is one ahead.</source>
        <translation>Días desde el día uno: 0 ese mismo día; un calendario de tratamiento que lo llama día 1 va uno por delante.</translation>
    </message>
    <message>
        <source>Days since day one</source>
        <translation>Días desde el día uno</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} días</translation>
    </message>
    <message>
        <source>neutrophils in %</source>
        <translation>neutrófilos en %</translation>
    </message>
    <message>
        <source>segmented in %</source>
        <translation>segmentados en %</translation>
    </message>
    <message>
        <source>bands in %, 0 if the report lists none</source>
        <translation>cayados en %, 0 si el informe no los menciona</translation>
    </message>
    <message>
        <source>white cells (WBC)</source>
        <translation>leucocitos</translation>
    </message>
    <message>
        <source>This file is too large for serial counts. At most {most} bytes are read.</source>
        <translation>Este archivo es demasiado grande para recuentos seriados. Se leen como máximo {most} bytes.</translation>
    </message>
    <message>
        <source>Line {line} is not text in UTF-8. Save the file as “CSV UTF-8”.</source>
        <translation>La línea {line} no es texto en UTF-8. Guarde el archivo como «CSV UTF-8».</translation>
    </message>
    <message>
        <source>There is no count below the names of the columns.</source>
        <translation>No hay ningún recuento debajo de los nombres de las columnas.</translation>
    </message>
    <message>
        <source>Type a date as year-month-day, such as 2026-03-04.</source>
        <translation>Escriba una fecha como año-mes-día, por ejemplo, 2026-03-04.</translation>
    </message>
    <message>
        <source>{date} is out of range here. Years from {first} to {last} are read.</source>
        <translation>{date} está fuera del intervalo admitido aquí. Se leen los años de {first} a {last}.</translation>
    </message>
    <message>
        <source>{date} is not in the calendar. Type a date such as 2026-03-04.</source>
        <translation>{date} no existe en el calendario. Escriba una fecha, por ejemplo, 2026-03-04.</translation>
    </message>
    <message>
        <source>{percent} % is one cell in a hundred or fewer. Was {other} % meant?</source>
        <translation>{percent} % es una célula de cada cien o menos. ¿Quería decir {other} %?</translation>
    </message>
    <message>
        <source>The same question on 1 more row.</source>
        <translation>La misma pregunta en 1 fila más.</translation>
    </message>
    <message>
        <source>The same question on {n} more rows.</source>
        <translation>La misma pregunta en {n} filas más.</translation>
    </message>
    <message>
        <source>There are more than {most} rows. Divide the file; at most {most} are read.</source>
        <translation>Hay más de {most} filas. Divida el archivo; se leen como máximo {most}.</translation>
    </message>
    <message>
        <source>{place}: a quotation mark is open or stands within a cell. Write &quot;…&quot; around whole cells only.</source>
        <translation>{place}: unas comillas están abiertas o quedan dentro de una celda. Escriba &quot;…&quot; solo alrededor de celdas enteras.</translation>
    </message>
    <message>
        <source>There is nothing in it. The first row names the columns, such as date, anc, anc_unit.</source>
        <translation>No hay nada. La primera fila nombra las columnas, por ejemplo, date, anc, anc_unit.</translation>
    </message>
    <message>
        <source>{place}: the column “{column}” is not known. Known are {columns}.</source>
        <translation>{place}: la columna «{column}» no se conoce. Se conocen {columns}.</translation>
    </message>
    <message>
        <source>{place}: the column {column} is there twice.</source>
        <translation>{place}: la columna {column} figura dos veces.</translation>
    </message>
    <message>
        <source>{place}: there is no column {column}.</source>
        <translation>{place}: no hay ninguna columna {column}.</translation>
    </message>
    <message>
        <source>{place}: columns of counts are missing. Needed are anc and anc_unit, or wbc and wbc_unit with neutrophils or with segmented and bands.</source>
        <translation>{place}: faltan columnas de recuentos. Se necesitan anc y anc_unit, o wbc y wbc_unit con neutrophils o con segmented y bands.</translation>
    </message>
    <message>
        <source>“{cell}” stands in a column without a name (number {number}).</source>
        <translation>«{cell}» está en una columna sin nombre (número {number}).</translation>
    </message>
    <message>
        <source>In a file divided by commas a number has a decimal point.</source>
        <translation>En un archivo separado por comas, los números llevan punto decimal.</translation>
    </message>
    <message>
        <source>There is a time in the date, too. Keep one of them.</source>
        <translation>También hay una hora en la fecha. Deje solo una de las dos.</translation>
    </message>
    <message>
        <source>“{typed}” is not a time here. Type hours and minutes from 00:00 to 23:59, such as 08:30.</source>
        <translation>«{typed}» no es una hora aquí. Escriba horas y minutos de 00:00 a 23:59, por ejemplo, 08:30.</translation>
    </message>
    <message>
        <source>There is {column}, too. Give the ANC, or the white cells with the percentage; not both.</source>
        <translation>También hay {column}. Indique el RAN, o bien los leucocitos con el porcentaje; no ambas cosas.</translation>
    </message>
    <message>
        <source>There is no count. Fill it in, or take the row out.</source>
        <translation>No hay ningún recuento. Rellénelo o quite la fila.</translation>
    </message>
    <message>
        <source>Give the neutrophil %, which has the bands in it, or the segmented and the band %; not both.</source>
        <translation>Indique el % de neutrófilos, que incluye los cayados, o bien el % de segmentados y el de cayados; no ambas cosas.</translation>
    </message>
    <message>
        <source>With the segmented % this is {percent} %, more than 100 %.</source>
        <translation>Con el % de segmentados suma {percent} %, más del 100 %.</translation>
    </message>
    <message>
        <source>“{cell}” has a comma. In a file divided by commas a number has a decimal point.</source>
        <translation>«{cell}» tiene una coma. En un archivo separado por comas, los números llevan punto decimal.</translation>
    </message>
    <message>
        <source>{place}, date: there are two different counts on {day} (see {other_place}). Give both a time of their own, or take one out; the same count twice is accepted.</source>
        <translation>{place}, date: hay dos recuentos distintos el {day} (véase {other_place}). Dé a ambos una hora propia, o quite uno; se acepta el mismo recuento dos veces.</translation>
    </message>
    <message>
        <source>{place}, date: there are two different counts on {day} at {time} (see {other_place}). Give both a time of their own, or take one out; the same count twice is accepted.</source>
        <translation>{place}, date: hay dos recuentos distintos el {day} a las {time} (véase {other_place}). Dé a ambos una hora propia, o quite uno; se acepta el mismo recuento dos veces.</translation>
    </message>
    <message>
        <source>{date} can mean {one} or {other}. Which one is it?</source>
        <translation>{date} puede significar {one} o {other}. ¿Cuál de las dos es?</translation>
    </message>
    <message>
        <source>“{typed}” is not a date as year-month-day. If it is {date}, write it so.</source>
        <translation>«{typed}» no es una fecha como año-mes-día. Si es {date}, escríbala así.</translation>
    </message>
    <message>
        <source>“{typed}” is not a date as year-month-day. Write it so: 2026-03-04.</source>
        <translation>«{typed}» no es una fecha como año-mes-día. Escríbala así: 2026-03-04.</translation>
    </message>
    <message>
        <source>In hospital when the fever began</source>
        <translation>Hospitalizado cuando empezó la fiebre</translation>
    </message>
    <message>
        <source>Serious comorbidity</source>
        <translation>Comorbilidad grave</translation>
    </message>
    <message>
        <source>One that by itself needs care in hospital</source>
        <translation>Una que por sí misma requiere atención en el hospital</translation>
    </message>
    <message>
        <source>Cancer controlled</source>
        <translation>Cáncer controlado</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Grupo {number}</translation>
    </message>
    <message>
        <source>inpatient when the fever began</source>
        <translation>hospitalizado cuando empezó la fiebre</translation>
    </message>
    <message>
        <source>outpatient with a serious comorbidity</source>
        <translation>ambulatorio con una comorbilidad grave</translation>
    </message>
    <message>
        <source>outpatient without serious comorbidity, cancer not controlled</source>
        <translation>ambulatorio sin comorbilidad grave, cáncer no controlado</translation>
    </message>
    <message>
        <source>outpatient without serious comorbidity, cancer controlled</source>
        <translation>ambulatorio sin comorbilidad grave, cáncer controlado</translation>
    </message>
    <message>
        <source>Talcott group = the first that applies: I inpatient, II comorbidity, III cancer not controlled, IV none</source>
        <translation>Grupo de Talcott = el primero que corresponda: I hospitalizado, II comorbilidad, III cáncer no controlado, IV nada de ello</translation>
    </message>
    <message>
        <source>Talcott, Arch Intern Med 1988;148:2561-2568, doi:10.1001/archinte.1988.00380120031007, and J Clin Oncol 1992;10:316-322, doi:10.1200/JCO.1992.10.2.316 (abstracts)</source>
        <translation>Talcott, Arch Intern Med 1988;148:2561-2568, doi:10.1001/archinte.1988.00380120031007, y J Clin Oncol 1992;10:316-322, doi:10.1200/JCO.1992.10.2.316 (resúmenes)</translation>
    </message>
    <message>
        <source>For people with cancer whose treatment has led to fever with neutropenia; it does not tell whether they have it. What makes a cancer controlled was not read.</source>
        <translation>Para personas con cáncer cuyo tratamiento ha causado fiebre con neutropenia; no dice si la tienen. No se leyó qué hace que un cáncer se considere controlado.</translation>
    </message>
    <message>
        <source>the low-risk group</source>
        <translation>el grupo de riesgo bajo</translation>
    </message>
    <message>
        <source>not the low-risk group</source>
        <translation>no es el grupo de riesgo bajo</translation>
    </message>
    <message>
        <source>inpatient at onset</source>
        <translation>hospitalizado al inicio</translation>
    </message>
    <message>
        <source>serious comorbidity</source>
        <translation>comorbilidad grave</translation>
    </message>
    <message>
        <source>cancer controlled</source>
        <translation>cáncer controlado</translation>
    </message>
    <message>
        <source>{answers} = group {number}: {rule}</source>
        <translation>{answers} = grupo {number}: {rule}</translation>
    </message>
    <message>
        <source>Talcott group {number}, {risk}.</source>
        <translation>Grupo de Talcott {number}, {risk}.</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Se cumple</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>No se cumple</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Type a number, such as 1.2 or 1,2.</source>
        <translation>Escriba un número, por ejemplo, 1.2 o 1,2.</translation>
    </message>
    <message>
        <source>A number below zero is not possible here. Type a number such as 1.2.</source>
        <translation>Aquí no es posible un número por debajo de cero. Escriba un número, por ejemplo, 1.2.</translation>
    </message>
    <message>
        <source>“{typed}” is not a number here. Type digits with at most one point or comma, such as 1.2.</source>
        <translation>«{typed}» no es un número aquí. Escriba cifras con un punto o una coma como máximo, por ejemplo, 1.2.</translation>
    </message>
    <message>
        <source>This number is too long. Type at most {most} digits.</source>
        <translation>Este número es demasiado largo. Escriba {most} cifras como máximo.</translation>
    </message>
    <message>
        <source>{typed} can mean {thousands} or {whole} point {fraction}. Which one is it?</source>
        <translation>{typed} puede significar {thousands} o {whole} con decimales {fraction}. ¿Cuál de los dos es?</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>línea {line}</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language of these words, for the PDF file: es for Spanish.</extracomment>
        <translation>es</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>página {page} de {pages}</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nombre:</translation>
    </message>
    <message>
        <source>Made on {date}</source>
        <translation>Hecho el {date}</translation>
    </message>
    <message>
        <source>This informs; it does not replace clinical judgement. Not yet reviewed by a clinician.</source>
        <translation>Esto informa; no sustituye el juicio clínico. Aún sin revisar por un clínico.</translation>
    </message>
    <message>
        <source>A scale of counts from low to high. {bands}. The count, {count}, is in the part called {level}.{interval}</source>
        <translation>Una escala de recuentos, de bajo a alto. {bands}. El recuento, {count}, está en la parte llamada {level}.{interval}</translation>
    </message>
    <message>
        <source> Its 95 % interval goes from {lower} to {upper}.</source>
        <translation> Su intervalo del 95 % va de {lower} a {upper}.</translation>
    </message>
    <message>
        <source>Count in {unit}</source>
        <translation>Recuento en {unit}</translation>
    </message>
    <message>
        <source>profound</source>
        <translation>profunda</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>leve</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What was filled in</source>
        <translation>Lo que se rellenó</translation>
    </message>
    <message>
        <source>How it was worked out</source>
        <translation>Cómo se calculó</translation>
    </message>
    <message>
        <source>Formula: {formula}</source>
        <translation>Fórmula: {formula}</translation>
    </message>
    <message>
        <source>95 % interval: {lower} to {upper} /µL</source>
        <translation>Intervalo del 95 %: de {lower} a {upper} /µL</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grado</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>In each scheme</source>
        <translation>En cada escala</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no se indica</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>For whom it is not valid</source>
        <translation>Para quién no es válido</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>A lo largo del tiempo</translation>
    </message>
    <message>
        <source>Serial neutrophil counts</source>
        <translation>Recuentos seriados de neutrófilos</translation>
    </message>
    <message>
        <source>{number} from {first} to {last}</source>
        <translation>{number} del {first} al {last}</translation>
    </message>
    <message>
        <source>Ring: the lowest count (nadir), {count} on {date}.</source>
        <translation>Anillo: el recuento más bajo (nadir), {count} el {date}.</translation>
    </message>
    <message>
        <source>Dashed line: the laboratory’s lower limit, {count}.</source>
        <translation>Línea discontinua: el límite inferior del laboratorio, {count}.</translation>
    </message>
    <message>
        <source>Neutrophils, cells/µL ({scale})</source>
        <translation>Neutrófilos, células/µL ({scale})</translation>
    </message>
    <message>
        <source>Days are counted from day one, {date}.</source>
        <translation>Los días se cuentan desde el día uno, {date}.</translation>
    </message>
    <message>
        <source>What the counts show</source>
        <translation>Lo que muestran los recuentos</translation>
    </message>
    <message>
        <source>The counts</source>
        <translation>Los recuentos</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>As reported</source>
        <translation>Según el informe</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} de {month} de {year}</translation>
    </message>
    <message>
        <source>January</source>
        <translation>enero</translation>
    </message>
    <message>
        <source>February</source>
        <translation>febrero</translation>
    </message>
    <message>
        <source>March</source>
        <translation>marzo</translation>
    </message>
    <message>
        <source>April</source>
        <translation>abril</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mayo</translation>
    </message>
    <message>
        <source>June</source>
        <translation>junio</translation>
    </message>
    <message>
        <source>July</source>
        <translation>julio</translation>
    </message>
    <message>
        <source>August</source>
        <translation>agosto</translation>
    </message>
    <message>
        <source>September</source>
        <translation>septiembre</translation>
    </message>
    <message>
        <source>October</source>
        <translation>octubre</translation>
    </message>
    <message>
        <source>November</source>
        <translation>noviembre</translation>
    </message>
    <message>
        <source>December</source>
        <translation>diciembre</translation>
    </message>
</context>
</TS>
