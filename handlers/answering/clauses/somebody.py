"""How a clause begins that tells of somebody: who asks, who said something, when it was."""

from handlers.answering.words.speech import saying

TELLS = saying("telling.somebody")
SAID = saying("telling.said")
GOES_ON = saying("telling.goes_on")
