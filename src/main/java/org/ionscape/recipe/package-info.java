/**
 * Analyses of tables as values that can be saved and replayed: a {@link org.ionscape.recipe.Step} says what is done, its
 * {@link org.ionscape.recipe.StepResult} holds the numbers and their figures, a {@link org.ionscape.recipe.Recipe} is a
 * readable text with steps, inputs and seed. The command line and the window both work through steps, so that they give
 * the same numbers. May use the floors below.
 */
package org.ionscape.recipe;
