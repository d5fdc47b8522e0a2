package org.jielian.supervision.recognition;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What somebody does to move a unit on its way to the title. */
public enum Action implements Labelled {
    EVALUATE("完成自评", "finish the self-evaluation"),
    REOPEN("重新自评", "evaluate again"),
    SUBMIT("申报", "submit"),
    TAKE_UP("受理", "take up"),
    FORWARD("审核通过并上报", "accept and pass on"),
    PUBLISH("同意认定并公示", "accept and publish"),
    RETURN("退回", "return"),
    REJECT("不予通过", "reject"),
    OBJECT("登记异议", "enter an objection"),
    DISMISS("驳回异议", "dismiss the objection"),
    UPHOLD("异议成立", "uphold the objection"),
    RECOGNISE("认定发证", "recognise"),
    OPEN_RECHECK("启动复核", "open a re-check"),
    CONFIRM("复核通过", "confirm"),
    RECTIFY("限期整改", "order rectification"),
    REVOKE("撤销称号", "revoke"),
    BEGIN_ANEW("重新受理", "begin the review anew"),
    LAPSE("称号失效", "lapse");

    private final Text name;

    Action(String zh, String en) {
        this.name = new Text(zh, en);
    }

    @Override
    public Text label() {
        return name;
    }
}
