/**
 * The place where models are trained, compared and used. {@link org.ionscape.app.training.Setup} holds what is chosen,
 * {@link org.ionscape.app.training.Trainings} runs it in the background and keeps what came of it,
 * {@link org.ionscape.app.training.TrainingPane} shows both.
 */
package org.ionscape.app.training;
