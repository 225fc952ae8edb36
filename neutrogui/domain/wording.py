"""Words that people use for the same thing: what a nurse types and what an entry says need not be the same word."""

from functools import cache

_GROUPS = """
baby, babies, infant, infants, newborn, newborns, neonate, neonates, neonatal
child, children, childhood, toddler, kid, paediatric, boy, girl
old, elderly, older, aged
pregnant, pregnancy, expecting
doctor, physician, clinician
drug, drugs, medicine, medicines, medication, tablet, tablets, pill, pills
chemo, chemotherapy, cytotoxic
jab, jabs, shot, shots, injection, injections
vaccine, vaccines, vaccination, immunisation
operation, operated, surgery, surgical
tooth, teeth, dental, dentist
mouth, oral, gum, gums
sore, sores, ulcer, ulcers
food, foods, diet, eat, eating
pet, pets, animal, animals, cat, cats, dog, dogs
garden, gardening, soil
fever, febrile, temperature, pyrexia, feverish
infection, infections, infected, septic, sepsis
urgent, urgently, emergency, hospital, call, ring
kidney, kidneys, renal
liver, hepatic, cirrhosis
heart, cardiac, cardiomyopathy
lung, lungs, pulmonary
spleen, splenic, splenomegaly, hypersplenism
brain, neurological, seizure, seizures, epilepsy
skin, rash, eczema
bowel, gut, intestine, intestinal, diarrhoea
bone, bones, skeletal
joint, joints, arthritis, rheumatoid
thyroid, hyperthyroidism, thyrotoxicosis, graves
tumour, tumours, cancer, cancers, malignancy, malignant, metastasis, metastases
leukaemia, leukaemias, leukaemic
black, african, arab, ethnic
sugar, glucose
hypoglycaemia, low blood glucose, low blood sugar
alcohol, drinking, alcoholic
vegan, vegetarian, b12
starvation, malnutrition, anorexia
travel, traveller, tropical
tick, ticks
analyser, machine, laboratory, artefact
clump, clumps, clumping, clumped
smear, film
treat, treated, treatment, therapy
cause, causes, caused
check, checked, monitor, monitoring, repeat
often, frequency, interval
recover, recovery, recovers, resolve
inherited, genetic, hereditary, familial, congenital
"""


@cache
def same_as() -> dict[str, tuple[str, ...]]:
    """For each word the others of its group, as written."""
    groups = [[word.strip() for word in line.split(",")] for line in _GROUPS.split("\n") if line.strip()]
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}
