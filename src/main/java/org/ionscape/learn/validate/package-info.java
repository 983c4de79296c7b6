/**
 * How well a model does on rows it has not seen: {@link org.ionscape.learn.validate.Scheme} splits the rows,
 * {@link org.ionscape.learn.validate.Validation} fits and predicts every fold, {@link org.ionscape.learn.validate.Search}
 * chooses settings inside the training rows of each fold.
 */
package org.ionscape.learn.validate;
