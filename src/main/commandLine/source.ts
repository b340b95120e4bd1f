import type { Answer } from '../../contract/answer.ts';
import type { State } from '../../core/state.ts';
import { eventAnswer, statusAnswer } from '../../present/commandLine/answers.ts';
import { factsOf } from '../../present/commandLine/facts.ts';
import { beginningOf, happeningsBetween } from '../../present/commandLine/happenings.ts';
import type { Words } from '../../present/i18n/i18n.ts';

/** What watches: its state now, and after each turn. */
export type Followed = {
  state: () => State;
  follow: (hear: (state: State, now: number) => void) => () => void;
};

/** Makes answers of what watches. Nothing is made while nobody asks. */
export type AnswerSource = {
  status: () => Answer;
  /** Tells how all stand, then what happens, until it is called off. */
  follow: (tell: (answer: Answer) => void) => () => void;
};

export function createAnswerSource(watched: Followed, words: Words, now: () => number): AnswerSource {
  const status = (): Answer => {
    const [state, at] = [watched.state(), now()];
    return statusAnswer(factsOf(state, at), state, words, at);
  };
  return {
    status,
    follow: (tell) => {
      const [began, at] = [watched.state(), now()];
      let before = factsOf(began, at);
      tell(statusAnswer(before, began, words, at));
      for (const one of beginningOf(before)) tell(eventAnswer(one, began, words, at));
      return watched.follow((state, at) => {
        const after = factsOf(state, at);
        for (const one of happeningsBetween(before, after)) tell(eventAnswer(one, state, words, at));
        before = after;
      });
    },
  };
}
