"""Whatever somebody does at a question of any path of any tree, the conversation comes back to where the core says."""
import random

import pytest

from bot import dialogue
from bot.conversation import Conversation, Heard
from bot.lexicon import Lexicon
from bot.message import message_of
from bot.telling import lasting
from bot.tree import Advice
from bot.walk import paths, walk

LEAST_A_MOVE, MOST_PATHS = 625, 16


def heard(label):
    return Heard(message_of(Lexicon(), "zomaar wat woorden over fietsbellen"), ((label, 0.95),))


def walked(catalogue, conversation, taken):
    """The conversation and the turn after these answers."""
    turn = None
    for _, answer in taken:
        conversation, turn = dialogue.choose(catalogue, conversation, answer)
    return conversation, turn


def stands(tree, reply, taken):
    """Holds the reply against the core: the same place, and the same question or advice said."""
    conversation, turn = reply
    expected = walk(tree, dict(taken))
    assert (conversation.dilemma, walk(tree, conversation.given).node) == (tree.dilemma, expected.node)
    assert turn.place is None or turn.place.node == expected.node
    return conversation


def back(catalogue, tree, conversation, taken, _):
    reply = dialogue.choose(catalogue, conversation, "terug")
    conversation = stands(tree, reply, taken[:-1])
    return stands(tree, dialogue.choose(catalogue, conversation, taken[-1][1]), taken) if taken else conversation


def change_and_leave_it(catalogue, tree, conversation, taken, chance):
    if not taken:
        return conversation
    question, answer = chance.choice(taken)
    conversation, turn = dialogue.choose(catalogue, conversation, f"wijzig:{question}")
    assert turn.place.node.question.id == question
    assert conversation.given == {asked: given for asked, given in taken if asked != question}
    return stands(tree, dialogue.choose(catalogue, conversation, chance.choice([answer, "terug"])), taken)


def change_and_back_again(catalogue, tree, conversation, taken, chance):
    if not taken:
        return conversation
    question, answer = chance.choice(taken)
    other = chance.choice(list(tree.questions[question].answers))
    asked, _ = dialogue.choose(catalogue, conversation, f"wijzig:{question}")
    changed = stands(tree, dialogue.choose(catalogue, asked, other), [*asked.answers, (question, other)])
    assert set(changed.answers) <= {*asked.answers, (question, other)}
    return conversation


def why(catalogue, tree, conversation, taken, chance):
    after = stands(tree, dialogue.choose(catalogue, conversation, chance.choice(["waarom", "bron", "mens", "samenvatting"])), taken)
    assert after == conversation
    return after


def again(catalogue, tree, conversation, taken, _):
    started, turn = dialogue.choose(catalogue, conversation, "opnieuw")
    assert (started, turn.place) == (Conversation(tree.code), None)
    return walked(catalogue, dialogue.choose(catalogue, started, tree.dilemma)[0], taken)[0]


def information(catalogue, tree, conversation, taken, chance):
    asked = chance.choice(list(catalogue.code(tree.code).information))
    after = stands(tree, dialogue.hear(catalogue, conversation, heard(asked)), taken)
    assert after.answers == conversation.answers
    return after


def nonsense(catalogue, tree, conversation, taken, _):
    after = stands(tree, dialogue.hear(catalogue, conversation, heard("buiten_bereik")), taken)
    assert after.answers == conversation.answers
    return after


def another_dilemma(catalogue, tree, conversation, taken, chance):
    other = chance.choice([name for name in catalogue.dilemmas(tree.code) if name != tree.dilemma])
    offered, _ = dialogue.hear(catalogue, conversation, heard(other))
    assert offered.answers == conversation.answers
    stands(tree, dialogue.choose(catalogue, offered, "verder"), taken)
    conversation, turn = dialogue.choose(catalogue, offered, other)
    while not isinstance(turn.place.node, Advice):
        conversation, turn = dialogue.choose(catalogue, conversation, chance.choice(list(turn.place.node.question.answers)))
    assert (turn.dilemma, turn.choices[0].id) == (other, tree.dilemma)
    who_i_am = lasting(tree, conversation)
    stands(tree, dialogue.choose(catalogue, conversation, tree.dilemma), [*who_i_am, *taken])
    return dialogue.choose(catalogue, offered, "verder")[0]


@pytest.mark.parametrize("move", [back, change_and_leave_it, change_and_back_again, why, again, information, nonsense, another_dilemma])
def test_a_move_at_every_question_of_every_path_leads_back_to_a_right_state(catalogue, move):
    chance, walked = random.Random(move.__name__), 0
    for tree in catalogue.trees.values():
        for path in chance.sample(found := list(paths(tree)), min(len(found), MOST_PATHS)):
            conversation, turn = dialogue.choose(catalogue, Conversation(tree.code), tree.dilemma)
            for place in range(len(path.taken)):
                conversation = move(catalogue, tree, conversation, list(path.taken[:place]), chance)
                conversation, turn = dialogue.choose(catalogue, conversation, path.taken[place][1])
            assert turn.place == path
            walked += 1
    assert walked >= LEAST_A_MOVE
