package org.ionscape.learn.kernel;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Random;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;
import org.ionscape.learn.linear.LinearFit;

/**
 * Support vector regression with a line, solved by LIBLINEAR (C.-H. Ho and C.-J. Lin, J. Mach. Learn. Res. 13, 3323,
 * 2012): min (|w|² + b²)/2 + C Σ loss(|y − xw − b| − ε). As in scikit-learn the intercept is the weight of a constant
 * column of {@code intercept_scaling} and therefore penalised: with a target far from zero it falls short unless that
 * scaling or C is large.
 */
public final class LinearSvr {
    public static final ModelType TYPE = new ModelType(
            "linear-svr",
            "Linear support vectors",
            ModelClass.SUPPORT_VECTOR,
            List.of(
                    Parameter.notNegative("epsilon", 0, "half width of the tube in which residuals are free"),
                    Parameter.positive("tol", 1e-4, "accuracy at which the solver stops"),
                    Parameter.positive("C", 1, "how much a residual outside the tube costs"),
                    Parameter.word(
                            "loss",
                            "residuals beyond ε count as they are or squared",
                            "epsilon_insensitive",
                            "squared_epsilon_insensitive"),
                    Parameter.flag("fit_intercept", true, "fit an intercept"),
                    Parameter.positive("intercept_scaling", 1, "value of the constant column that stands for it"),
                    Parameter.flag("dual", true, "solve the dual problem; without it the loss must be squared"),
                    Parameter.whole("max_iter", 1000, 1, "most passes of the solver")),
            settings -> (x, y, seed, progress) -> fit(settings, x, y, seed, progress),
            LinearFit::restore);

    /**
     * LIBLINEAR goes over the rows in a random order and at scikit-learn's tolerance stops where predictions still differ
     * from seed to seed by a percent of the target's spread; so it is held to a tighter one for longer.
     */
    private static final double CLOSER = 1e-4;

    private static final int LONGER = 100;
    private static final int MOST_PASSES = 1_000_000;

    static {
        Linear.disableDebugOutput();
    }

    private LinearSvr() {}

    private static LinearFit fit(Settings settings, double[][] x, double[] y, long seed, Progress progress) {
        progress.check();
        double constant = settings.flag("fit_intercept") ? settings.real("intercept_scaling") : -1;
        de.bwaldvogel.liblinear.Parameter parameter = new de.bwaldvogel.liblinear.Parameter(
                solver(settings),
                settings.real("C"),
                settings.real("tol") * CLOSER,
                (int) Math.min((long) settings.whole("max_iter") * LONGER, MOST_PASSES),
                settings.real("epsilon"));
        parameter.setRandom(new Random(seed));
        Model model = Linear.train(problem(x, y, constant), parameter);
        double[] weights = model.getFeatureWeights();
        double[] coef = new double[x[0].length];
        System.arraycopy(weights, 0, coef, 0, coef.length);
        return new LinearFit(coef, constant > 0 ? weights[coef.length] * constant : 0);
    }

    private static SolverType solver(Settings settings) {
        if (!settings.word("loss").startsWith("squared")) {
            return SolverType.L2R_L1LOSS_SVR_DUAL;
        }
        return settings.flag("dual") ? SolverType.L2R_L2LOSS_SVR_DUAL : SolverType.L2R_L2LOSS_SVR;
    }

    private static Problem problem(double[][] x, double[] y, double constant) {
        int columns = x[0].length;
        Problem problem = new Problem();
        problem.l = x.length;
        problem.n = constant > 0 ? columns + 1 : columns;
        problem.bias = constant;
        problem.y = y.clone();
        problem.x = new Feature[x.length][problem.n];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < columns; j++) {
                problem.x[i][j] = new FeatureNode(j + 1, x[i][j]);
            }
            if (constant > 0) {
                problem.x[i][columns] = new FeatureNode(columns + 1, constant);
            }
        }
        return problem;
    }
}
