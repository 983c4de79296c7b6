/**
 * From a table to what a model can learn from: {@link org.ionscape.learn.prepare.DataChoice} picks target, features and
 * rows, {@link org.ionscape.learn.prepare.Preparation} turns them into numbers by rules fitted to the training rows only,
 * {@link org.ionscape.learn.prepare.Pipeline} is a model together with its preparation.
 */
package org.ionscape.learn.prepare;
