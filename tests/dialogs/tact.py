"""The remarks and signs of distress that ship."""

from bot.dialogs.asides import Tact
from bot.people.contacts import Contact
from bot.understanding.care import read_care
from bot.understanding.language import read_language
from bot.understanding.remarks import read_remarks
from tests.dialogs.asking import KNOWLEDGE

LANGUAGE = KNOWLEDGE / "language" / "en"
SHORT_FORMS = read_language(LANGUAGE).words.short_forms
CARE = read_care(LANGUAGE / "care.yaml", SHORT_FORMS)
REMARKS = read_remarks(LANGUAGE / "remarks.yaml", SHORT_FORMS)
TACT = Tact(CARE, REMARKS)
WITH_CONTACTS = Tact(CARE, REMARKS, (Contact("Staff counselling", "01234 567890"), Contact("HR", "hr@example.ac.uk")))
