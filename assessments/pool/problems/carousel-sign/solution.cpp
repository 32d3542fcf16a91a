// Cuts the doubled word into Lyndon words; the last one that starts in the first half begins the reading.
#include <algorithm>
#include <iostream>
#include <string>

using namespace std;

int main() {
    string word;
    cin >> word;
    int n = word.size(), turn = 0;
    string twice = word + word;
    for (int i = 0; i < n;) {
        turn = i;
        int j = i + 1, k = i;
        while (j < 2 * n && twice[k] <= twice[j]) {
            if (twice[k] < twice[j]) k = i;
            else ++k;
            ++j;
        }
        while (i <= k) i += j - k;
    }
    string best = twice.substr(turn, n);
    cout << best << '\n' << twice.find(best) << '\n';
}
