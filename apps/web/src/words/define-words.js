/**
 * Declares the texts of a screen. A missing English text, a wrong key where it is used and a missing or wrong value
 * for a hole do not compile.
 */
export function defineWords(words) {
    return words;
}
